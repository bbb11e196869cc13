/* The recorder: loaded before libc, it notes what a process does to files, and lets chosen operations fail or kill it.
 *
 * Nothing happens until recorder_start() is called in the process that is watched. Operations on files below the root are
 * counted; others are only noted. A record in the log: its header (below), the path, and the data that was written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };
enum { OUTSIDE = 1, BELOW_ROOT = 2 };
/* What may fail, as bits of the mask handed to recorder_fail. */
enum { OPENS = 1, WRITES = 2, SYNCS = 4, TRUNCATIONS = 8, RENAMES = 16, UNLINKS = 32, READS = 64 };

struct header {
    char op;
    char below_root;
    unsigned short path_length;
    int fd;
    long long offset;
    unsigned long long data_length;
};

static struct {
    int on, log, mask, code, lasting, halves;
    long at, kill_at, seen, memory_at, memory_seen;
    int memory_lasting, counts_memory;
    size_t root_length;
    char root[4096];
} state;
static char tracked[MOST_FILES];
static char *driver_begins, *driver_ends;
static pthread_mutex_t lane = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

/* ---- Commands, called by the watched process through ctypes ---- */

void recorder_start(const char *root, int log) {
    state.root_length = strlen(root);
    memcpy(state.root, root, state.root_length + 1);
    state.log = log;
    state.seen = state.memory_seen = 0;
    memset(tracked, 0, sizeof tracked);
    state.on = 1;
}

void recorder_stop(void) {
    state.on = 0;
    state.counts_memory = 0;
}

/* The at-th operation in the mask fails with this code; lasting: and all after it; halves: a write first does half. */
void recorder_fail(int mask, long at, int code, int lasting, int halves) {
    state.mask = mask;
    state.at = at;
    state.code = code;
    state.lasting = lasting;
    state.halves = halves;
}

/* The process is killed as it is about to do its at-th operation. */
void recorder_kill(long at) {
    state.mask = OPENS | WRITES | SYNCS | TRUNCATIONS | RENAMES | UNLINKS;
    state.kill_at = at;
}

long recorder_seen(void) {
    return state.seen;
}

static int find_driver(struct dl_phdr_info *info, size_t size, void *name) {
    (void)size;
    if (strstr(info->dlpi_name, name) == NULL) return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        char *begins = (char *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
        if (info->dlpi_phdr[i].p_type != PT_LOAD || !(info->dlpi_phdr[i].p_flags & PF_X)) continue;
        driver_begins = begins;
        driver_ends = begins + info->dlpi_phdr[i].p_memsz;
    }
    return 1;
}

/* The at-th piece of memory that the library of this name asks for is refused; 0 counts only. Returns 0 where it is not loaded. */
int recorder_starve(const char *library, long at, int lasting) {
    dl_iterate_phdr(find_driver, (void *)library);
    state.memory_lasting = lasting;
    state.memory_seen = 0;
    state.memory_at = at;
    state.counts_memory = 1;
    return driver_begins != NULL;
}

long recorder_memory_seen(void) {
    return state.memory_seen;
}

/* ---- Noting, counting, failing ---- */

static void note(char op, int below_root, int fd, const char *path, long long offset, const void *data, size_t length) {
    if (state.log < 0) return;
    size_t path_length = path ? strlen(path) : 0;
    struct header header = {op, (char)below_root, (unsigned short)path_length, fd, offset, length};
    struct iovec parts[3] = {{&header, sizeof header}, {(void *)path, path_length}, {(void *)data, length}};
    int kept = errno;
    pthread_mutex_lock(&lane);
    syscall(SYS_writev, state.log, parts, 3);
    pthread_mutex_unlock(&lane);
    errno = kept;
}

void recorder_mark(const char *words) {
    if (state.on) note('m', 1, -1, NULL, 0, words, strlen(words));
}

/* Whether the operation that comes now is to fail. */
static int fails(int kind) {
    if (!(state.mask & kind)) return 0;
    long seen = __atomic_add_fetch(&state.seen, 1, __ATOMIC_SEQ_CST);
    if (state.kill_at && seen == state.kill_at) syscall(SYS_kill, getpid(), SIGKILL);
    if (!state.at || seen < state.at || (seen > state.at && !state.lasting)) return 0;
    errno = state.code;
    return 1;
}

static int below_root(const char *path) {
    return strncmp(path, state.root, state.root_length) == 0;
}

static int watched(int fd) {
    return state.on && fd >= 0 && fd < MOST_FILES ? tracked[fd] : 0;
}

/* The path as seen from the root of the file system, for a name in an open folder too. */
static const char *absolute(int folder, const char *path, char *room, size_t size) {
    if (path[0] == '/') return path;
    char link[64], base[4096];
    if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return path;
    base[length] = 0;
    snprintf(room, size, "%s/%s", base, path);
    return room;
}

/* ---- Opening ---- */

static int opened(int folder, const char *given, int flags, mode_t mode) {
    static int (*open_really)(int, const char *, int, ...);
    if (!open_really) open_really = (int (*)(int, const char *, int, ...))real("openat64");
    if (!state.on) return open_really(folder, given, flags, mode);
    char room[8192];
    const char *path = absolute(folder, given, room, sizeof room);
    int inside = below_root(path);
    if (inside && fails(OPENS)) return -1;
    int was_there = faccessat(folder, given, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    int fd = open_really(folder, given, flags, mode);
    if (fd < 0 || fd >= MOST_FILES) return fd;
    tracked[fd] = 0;
    struct stat about;
    int writes = (flags & O_ACCMODE) != O_RDONLY;
    if (fstat(fd, &about) != 0 || !(S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))) return fd;
    if (!inside && !writes) return fd;
    tracked[fd] = inside ? BELOW_ROOT : OUTSIDE;
    char op = S_ISDIR(about.st_mode) ? 'd' : was_there ? 'o' : 'c';
    note(op, inside, fd, path, (flags & O_TRUNC) && writes ? 1 : 0, NULL, 0);
    return fd;
}

#define MODE_OF(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE_OF(flags, mode) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags, mode) return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags, mode) return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags, mode) return opened(folder, path, flags, mode); }

/* ---- Reading: not noted, only failing. Nothing of ours maps a file of its own into memory. ---- */

static int unreadable(int fd) {
    return watched(fd) == BELOW_ROOT && fails(READS);
}

ssize_t read(int fd, void *data, size_t length) {
    return unreadable(fd) ? -1 : REAL(read)(fd, data, length);
}

ssize_t pread(int fd, void *data, size_t length, off_t offset) {
    return unreadable(fd) ? -1 : REAL(pread)(fd, data, length, offset);
}

ssize_t pread64(int fd, void *data, size_t length, off64_t offset) {
    return unreadable(fd) ? -1 : REAL(pread64)(fd, data, length, offset);
}

/* ---- Writing ---- */

/* How much of a write is let through: all of it, half of it, or -1 for nothing. */
static ssize_t allowed(int fd, size_t length) {
    if (watched(fd) != BELOW_ROOT || !fails(WRITES)) return (ssize_t)length;
    return state.halves && length > 1 && state.seen == state.at ? (ssize_t)(length / 2) : -1;
}

ssize_t write(int fd, const void *data, size_t length) {
    if (!watched(fd)) return REAL(write)(fd, data, length);
    ssize_t part = allowed(fd, length);
    if (part < 0) return -1;
    off_t before = lseek(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND) before = lseek(fd, 0, SEEK_END);
    ssize_t done = REAL(write)(fd, data, (size_t)part);
    if (done > 0) note('w', watched(fd) == BELOW_ROOT, fd, NULL, before, data, (size_t)done);
    return done;
}

static ssize_t put(int fd, const void *data, size_t length, off_t offset) {
    if (!watched(fd)) return REAL(pwrite)(fd, data, length, offset);
    ssize_t part = allowed(fd, length);
    if (part < 0) return -1;
    ssize_t done = REAL(pwrite)(fd, data, (size_t)part, offset);
    if (done > 0) note('w', watched(fd) == BELOW_ROOT, fd, NULL, offset, data, (size_t)done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return put(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return put(fd, data, length, (off_t)offset); }

static int truncated(int fd, off_t length) {
    if (watched(fd) == BELOW_ROOT && fails(TRUNCATIONS)) return -1;
    int done = REAL(ftruncate)(fd, length);
    if (done == 0 && watched(fd)) note('t', watched(fd) == BELOW_ROOT, fd, NULL, length, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return truncated(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncated(fd, (off_t)length); }

/* Copying inside the kernel is refused, so that copies pass through write() and are seen. */
ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
    if (state.on) { errno = EINVAL; return -1; }
    return ((ssize_t (*)(int, int, off_t *, size_t))real("sendfile"))(to, from, offset, length);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
    if (state.on) { errno = EINVAL; return -1; }
    return ((ssize_t (*)(int, int, off64_t *, size_t))real("sendfile64"))(to, from, offset, length);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    if (state.on) { errno = EXDEV; return -1; }
    return REAL(copy_file_range)(from, from_at, to, to_at, length, flags);
}

int fsync(int fd) {
    if (watched(fd) == BELOW_ROOT && fails(SYNCS)) return -1;
    int done = REAL(fsync)(fd);
    if (done == 0 && watched(fd)) note('s', watched(fd) == BELOW_ROOT, fd, NULL, 0, NULL, 0);
    return done;
}

int fdatasync(int fd) {
    if (watched(fd) == BELOW_ROOT && fails(SYNCS)) return -1;
    int done = REAL(fdatasync)(fd);
    if (done == 0 && watched(fd)) note('s', watched(fd) == BELOW_ROOT, fd, NULL, 0, NULL, 0);
    return done;
}

/* ---- Names ---- */

/* A rename is noted with the new name as its data, a link likewise. */
static int renamed(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    if (!state.on) return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    char room[8192], other[8192];
    const char *old_path = absolute(from_folder, from, room, sizeof room), *new_path = absolute(to_folder, to, other, sizeof other);
    int inside = below_root(old_path) || below_root(new_path);
    if (inside && fails(RENAMES)) return -1;
    int done = (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (done == 0) note('r', inside, -1, old_path, 0, new_path, strlen(new_path));
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int folder, const char *from, int other, const char *to) { return renamed(folder, from, other, to, 0); }
int renameat2(int folder, const char *from, int other, const char *to, unsigned flags) {
    return renamed(folder, from, other, to, flags);
}

static int linked(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    char room[8192], other[8192];
    if (state.on && below_root(absolute(to_folder, to, other, sizeof other)) && fails(RENAMES)) return -1;
    int done = REAL(linkat)(from_folder, from, to_folder, to, flags);
    if (done == 0 && state.on) {
        const char *old_path = absolute(from_folder, from, room, sizeof room), *new_path = absolute(to_folder, to, other, sizeof other);
        note('l', below_root(new_path), -1, old_path, 0, new_path, strlen(new_path));
    }
    return done;
}

int link(const char *from, const char *to) { return linked(AT_FDCWD, from, AT_FDCWD, to, 0); }

static int removed(int folder, const char *given, int flags) {
    if (!state.on) return (int)syscall(SYS_unlinkat, folder, given, flags);
    char room[8192];
    const char *path = absolute(folder, given, room, sizeof room);
    if (below_root(path) && fails(UNLINKS)) return -1;
    int done = (int)syscall(SYS_unlinkat, folder, given, flags);
    if (done == 0) note('u', below_root(path), -1, path, 0, NULL, 0);
    return done;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }

int mkdir(const char *path, mode_t mode) {
    int done = REAL(mkdir)(path, mode);
    if (done == 0 && state.on) note('k', below_root(path), -1, path, 0, NULL, 0);
    return done;
}

/* ---- Sockets: noted with their family, so that none but local ones are opened ---- */

int socket(int family, int type, int protocol) {
    int made = REAL(socket)(family, type, protocol);
    if (state.on) note('n', 0, made, NULL, family, NULL, 0);
    return made;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
    if (state.on) note('n', 0, fd, NULL, address->sa_family, NULL, 0);
    return REAL(connect)(fd, address, length);
}

/* ---- Memory, refused to the driver's library alone ---- */

extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t), *__libc_calloc(size_t, size_t);

static int refused(void *caller) {
    if (!state.counts_memory || (char *)caller < driver_begins || (char *)caller >= driver_ends) return 0;
    long seen = ++state.memory_seen;
    if (!state.memory_at || seen < state.memory_at || (seen > state.memory_at && !state.memory_lasting)) return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return refused(__builtin_return_address(0)) ? NULL : __libc_malloc(size); }
void *realloc(void *old, size_t size) { return refused(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size); }
void *calloc(size_t n, size_t size) { return refused(__builtin_return_address(0)) ? NULL : __libc_calloc(n, size); }
