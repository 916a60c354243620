/* Loaded before the C library: makes a disk full, or a file system that refuses locks, on demand.
 *
 * Only what lies under one folder is concerned. From the n-th call on that takes room there (a
 * write, a file or folder made, a sync), every such call fails until there is room again. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char under[PATH_MAX];
static long count, first = -1;
static int full_error, lock_error;

void fault_under(const char *folder) { snprintf(under, sizeof under, "%s", folder); }
void fault_full(long from, int error) { count = 0; first = from; full_error = error; }
void fault_locks(int error) { lock_error = error; }
long fault_count(void) { return count; }

static int concerns(const char *path) {
    size_t length = strlen(under);
    return length && path && !strncmp(path, under, length);
}

static int concerns_fd(int fd) {
    char link[64], path[PATH_MAX];
    ssize_t length;
    if (!*under)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return concerns(path);
}

static int refused(void) {
    count++;
    if (first < 0 || count < first)
        return 0;
    errno = full_error;
    return 1;
}

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define ON_FD(result, name, parameters, arguments, ...) \
    result name parameters { \
        REAL(result, #name, __VA_ARGS__); \
        if (concerns_fd(fd) && refused()) return -1; \
        return real arguments; \
    }

ON_FD(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size), int, const void *, size_t)
ON_FD(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at), int, const void *, size_t, off_t)
ON_FD(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at), int, const void *, size_t, off64_t)
ON_FD(ssize_t, writev, (int fd, const struct iovec *parts, int number), (fd, parts, number), int, const struct iovec *, int)
ON_FD(int, fsync, (int fd), (fd), int)
ON_FD(int, fdatasync, (int fd), (fd), int)

/* These return the error instead of setting errno. */
#define ALLOCATE(name, type) \
    int name(int fd, type at, type size) { \
        REAL(int, #name, int, type, type); \
        if (concerns_fd(fd) && refused()) return full_error; \
        return real(fd, at, size); \
    }
ALLOCATE(posix_fallocate, off_t)
ALLOCATE(posix_fallocate64, off64_t)

/* Python copies whole files with these; each stands for many writes. */
ssize_t sendfile64(int fd, int from, off64_t *at, size_t size) {
    REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t);
    if (concerns_fd(fd) && refused()) return -1;
    return real(fd, from, at, size);
}

static int makes(const char *path, int flags) {
    struct stat found;
    return (flags & O_CREAT) && concerns(path) && stat(path, &found) && refused();
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        if (makes(path, flags)) return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(int, #name, int, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        if (makes(path, flags)) return -1; \
        return real(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

int mkdir(const char *path, mode_t mode) {
    struct stat found;
    REAL(int, "mkdir", const char *, mode_t);
    if (concerns(path) && stat(path, &found) && refused()) return -1;
    return real(path, mode);
}

static int refuses_lock(int fd) {
    if (!lock_error || !concerns_fd(fd))
        return 0;
    errno = lock_error;
    return 1;
}

int flock(int fd, int how) {
    REAL(int, "flock", int, int);
    return refuses_lock(fd) ? -1 : real(fd, how);
}

static int locks(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK;
}

#define FCNTL(name) \
    int name(int fd, int command, ...) { \
        REAL(int, #name, int, int, ...); \
        va_list rest; \
        va_start(rest, command); \
        void *what = va_arg(rest, void *); \
        va_end(rest); \
        if (locks(command) && refuses_lock(fd)) return -1; \
        return real(fd, command, what); \
    }
FCNTL(fcntl)
FCNTL(fcntl64)
