/* Loaded before the C library: writes down each attempt to reach an address of a network.
 *
 * Sockets of the system itself (AF_UNIX, such as the screen's) are no addresses of a network. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void told(const char *what, const char *whom) {
    const char *log = getenv("TORTURE_NETWORK");
    char line[256];
    int fd = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (fd < 0)
        return;
    snprintf(line, sizeof line, "%s %s\n", what, whom);
    if (write(fd, line, strlen(line)) < 0)
        abort();
    close(fd);
}

static void look(const char *what, const struct sockaddr *address) {
    if (address && (address->sa_family == AF_INET || address->sa_family == AF_INET6))
        told(what, address->sa_family == AF_INET ? "AF_INET" : "AF_INET6");
}

#define WATCH(result, name, parameters, arguments, address, ...) \
    result name parameters { \
        static result (*real)(__VA_ARGS__); \
        if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name); \
        look(#name, address); \
        return real arguments; \
    }

WATCH(int, connect, (int fd, const struct sockaddr *to, socklen_t size), (fd, to, size), to, int, const struct sockaddr *, socklen_t)
WATCH(int, bind, (int fd, const struct sockaddr *at, socklen_t size), (fd, at, size), at, int, const struct sockaddr *, socklen_t)
WATCH(ssize_t, sendto, (int fd, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length), (fd, data, size, flags, to, length), to, int, const void *, size_t, int, const struct sockaddr *, socklen_t)

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    if (!real) real = (int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **))dlsym(RTLD_NEXT, "getaddrinfo");
    told("getaddrinfo", name ? name : "");
    return real(name, service, hints, found);
}
