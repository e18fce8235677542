#ifndef CLIBPQ_SHIM_H
#define CLIBPQ_SHIM_H

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// epoll_event is a packed struct around a union, which is unpleasant to fill from Swift.

/// Arms `fd` for one event, adding it to the set when it is not (or no longer) in it. Returns 0 or an errno.
static inline int clibpq_epoll_arm(int epoll, int fd, uint32_t events, uint64_t token) {
    struct epoll_event event = {.events = events | EPOLLONESHOT, .data = {.u64 = token}};
    if (epoll_ctl(epoll, EPOLL_CTL_MOD, fd, &event) == 0) return 0;
    if (errno != ENOENT) return errno;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : errno;
}

/// Adds `fd` level-triggered for reading. Returns 0 or an errno.
static inline int clibpq_epoll_add(int epoll, int fd, uint64_t token) {
    struct epoll_event event = {.events = EPOLLIN, .data = {.u64 = token}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : errno;
}

/// Takes `fd` out of the set.
static inline void clibpq_epoll_remove(int epoll, int fd) {
    struct epoll_event event = {0};
    epoll_ctl(epoll, EPOLL_CTL_DEL, fd, &event);
}

/// Waits for events and writes their tokens. Returns how many, or a negative errno.
static inline int clibpq_epoll_wait(int epoll, uint64_t *tokens, int capacity, int timeout_milliseconds) {
    struct epoll_event events[64];
    int count = epoll_wait(epoll, events, capacity < 64 ? capacity : 64, timeout_milliseconds);
    if (count < 0) return -errno;
    for (int i = 0; i < count; i++) tokens[i] = events[i].data.u64;
    return count;
}

/// Whether `fd` has something to read (or is closed by the other side) right now.
static inline int clibpq_is_readable(int fd) {
    struct pollfd entry = {.fd = fd, .events = POLLIN};
    return poll(&entry, 1, 0) != 0;
}

static void clibpq_ignore_notice(void *context, const PGresult *result) {
    (void)context;
    (void)result;
}

/// Keeps libpq from writing notices to standard error.
static inline void clibpq_silence_notices(PGconn *connection) {
    PQsetNoticeReceiver(connection, clibpq_ignore_notice, NULL);
}

#endif
