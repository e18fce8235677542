// zlib, and its two initialisers, which are macros there and so invisible to Swift.
#pragma once
#include <zlib.h>

// 15 bits of window, and 16 more for the header and trailer of gzip (RFC 1952).
static inline int tessera_deflate_gzip(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

// With the header and trailer of zlib itself (RFC 1950).
static inline int tessera_deflate_zlib(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15, 8, Z_DEFAULT_STRATEGY);
}

static inline int tessera_inflate_gzip(z_streamp stream) {
    return inflateInit2(stream, 15 + 16);
}

// Without header and trailer, as in zip archives.
static inline int tessera_deflate_raw(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static inline int tessera_inflate_raw(z_streamp stream) {
    return inflateInit2(stream, -15);
}

// With zlib's own header and trailer (RFC 1950), as in PDF.
static inline int tessera_inflate_zlib(z_streamp stream) {
    return inflateInit2(stream, 15);
}
