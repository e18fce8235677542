"""A bare client of libpq: prepared statements, binary results, and nothing done with them.

Python adds about ten microseconds to a query; what is measured is the database, the socket and libpq.
"""

import ctypes
import ctypes.util

TUPLES = 2


class Session:
    """A session with a database."""

    def __init__(self, url):
        self.library = ctypes.CDLL(ctypes.util.find_library("pq") or "libpq.so.5")
        for name in ["PQconnectdb", "PQprepare", "PQexec", "PQexecPrepared"]:
            getattr(self.library, name).restype = ctypes.c_void_p
        self.library.PQerrorMessage.restype = ctypes.c_char_p
        self.connection = ctypes.c_void_p(self.library.PQconnectdb(url.encode()))
        self.names = {}
        if self.library.PQstatus(self.connection):
            raise SystemExit(self.library.PQerrorMessage(self.connection).decode())

    def execute(self, sql):
        self._end(self.library.PQexec(self.connection, sql.encode()))

    def prepare(self, sql, values):
        """A function that runs a statement with values, which are texts or None, and gives how many rows came."""
        name = self.names.get(sql)
        if not name:
            name = self.names[sql] = f"s{len(self.names)}".encode()
            self._end(self.library.PQprepare(self.connection, name, sql.encode(), 0, None))
        array = (ctypes.c_char_p * len(values))(*(value and value.encode() for value in values))
        run, connection, count = self.library.PQexecPrepared, self.connection, len(values)

        def perform():
            return self._end(run(connection, name, count, array, None, None, 1))

        return perform

    def _end(self, result):
        result = ctypes.c_void_p(result)
        if self.library.PQresultStatus(result) > TUPLES:
            raise SystemExit(self.library.PQerrorMessage(self.connection).decode())
        rows = self.library.PQntuples(result)
        self.library.PQclear(result)
        return rows

    def close(self):
        self.library.PQfinish(self.connection)
