#include "support/store/power_cut.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace lth::tests {
namespace {

// What was where a write went, to put it back.
struct Undo {
    sqlite3_int64 offset;
    std::string before;
    sqlite3_int64 size;  // of the file
};

struct Disk {
    std::mutex mutex;
    sqlite3_vfs* real = nullptr;
    bool off = false;
    std::int64_t writes_left = 0;  // 0: no end is set
    std::uint64_t lost = 0;
    std::map<std::string, std::vector<Undo>> unsynced;
};

Disk& disk() {
    static Disk one;
    return one;
}

struct File {
    sqlite3_file base;
    const char* name;  // SQLite keeps it as long as the file is open; null: temporary
    sqlite3_file* real;
};

File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return of(file).real; }

/// Keeps what a write to [offset, offset + bytes) changes. False if there is no power for it.
bool keep(File& file, sqlite3_int64 offset, std::size_t bytes) {
    auto& the = disk();
    const std::lock_guard lock(the.mutex);
    if (the.writes_left > 0 && --the.writes_left == 0) the.off = true;
    if (the.off) return false;
    if (file.name == nullptr) return true;
    Undo undo{.offset = offset, .before = {}, .size = 0};
    file.real->pMethods->xFileSize(file.real, &undo.size);
    if (offset < undo.size) {
        const auto there =
            std::min<sqlite3_int64>(static_cast<sqlite3_int64>(bytes), undo.size - offset);
        undo.before.resize(static_cast<std::size_t>(there));
        file.real->pMethods->xRead(file.real, undo.before.data(), static_cast<int>(there), offset);
    }
    the.unsynced[file.name].push_back(std::move(undo));
    return true;
}

bool has_power() {
    const std::lock_guard lock(disk().mutex);
    return !disk().off;
}

int close_file(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }

int read_file(sqlite3_file* file, void* into, int bytes, sqlite3_int64 offset) {
    if (!has_power()) return SQLITE_IOERR_READ;
    return real_of(file)->pMethods->xRead(real_of(file), into, bytes, offset);
}

int write_file(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
    if (!keep(of(file), offset, static_cast<std::size_t>(bytes))) return SQLITE_IOERR_WRITE;
    return real_of(file)->pMethods->xWrite(real_of(file), from, bytes, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    sqlite3_int64 whole = 0;
    real_of(file)->pMethods->xFileSize(real_of(file), &whole);
    const auto cut = whole > size ? static_cast<std::size_t>(whole - size) : 0;
    if (!keep(of(file), size, cut)) return SQLITE_IOERR_TRUNCATE;
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
    {
        auto& the = disk();
        const std::lock_guard lock(the.mutex);
        if (the.off) return SQLITE_IOERR_FSYNC;
        if (of(file).name != nullptr) the.unsynced.erase(of(file).name);
    }
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int kind) {
    return real_of(file)->pMethods->xLock(real_of(file), kind);
}
int unlock_file(sqlite3_file* file, int kind) {
    return real_of(file)->pMethods->xUnlock(real_of(file), kind);
}
int is_reserved(sqlite3_file* file, int* answer) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), answer);
}
int control(sqlite3_file* file, int op, void* argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), op, argument);
}
int sector_bytes(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int traits(sqlite3_file* file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int page, int bytes, int extend, void volatile** out) {
    return real_of(file)->pMethods->xShmMap(real_of(file), page, bytes, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int n, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}
void barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int removes) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), removes);
}

// Version 2: shared memory for the log, no memory mapping of the file itself.
constexpr sqlite3_io_methods methods = {
    2,           close_file,  read_file,    write_file, truncate_file, sync_file, size_of_file,
    lock_file,   unlock_file, is_reserved,  control,    sector_bytes,  traits,    map_shared,
    lock_shared, barrier,     unmap_shared, nullptr,    nullptr};

int open_file(sqlite3_vfs* /*vfs*/, sqlite3_filename name, sqlite3_file* file, int flags,
              int* out_flags) {
    auto& opened = of(file);
    opened.base.pMethods = nullptr;  // SQLite closes nothing then
    if (!has_power()) return SQLITE_CANTOPEN;
    opened.name = name;
    opened.real = reinterpret_cast<sqlite3_file*>(&opened + 1);
    const int code = disk().real->xOpen(disk().real, name, opened.real, flags, out_flags);
    if (opened.real->pMethods != nullptr) opened.base.pMethods = &methods;
    return code;
}

int delete_file(sqlite3_vfs* /*vfs*/, const char* name, int syncs) {
    {
        auto& the = disk();
        const std::lock_guard lock(the.mutex);
        if (the.off) return SQLITE_IOERR_DELETE;
        the.unsynced.erase(name);
    }
    return disk().real->xDelete(disk().real, name, syncs);
}

void put_back(const std::string& name, const std::vector<Undo>& writes, std::size_t kept) {
    const int file = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) return;  // it is gone altogether
    for (auto i = writes.size(); i > kept; --i) {
        const auto& undo = writes[i - 1];
        const auto size = static_cast<ssize_t>(undo.before.size());
        const bool done =
            ::pwrite(file, undo.before.data(), undo.before.size(), undo.offset) == size &&
            ::ftruncate(file, undo.size) == 0;
        if (!done) throw std::runtime_error("cannot put back " + name);
    }
    ::close(file);
}

}  // namespace

void PowerCut::install() {
    static sqlite3_vfs vfs;
    if (disk().real != nullptr) return;
    disk().real = sqlite3_vfs_find(nullptr);
    vfs = *disk().real;
    vfs.zName = "power-cut";
    vfs.szOsFile += static_cast<int>(sizeof(File));
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    sqlite3_vfs_register(&vfs, 1);
}

void PowerCut::after_writes(std::int64_t n) {
    const std::lock_guard lock(disk().mutex);
    disk().writes_left = n;
}

void PowerCut::now() {
    const std::lock_guard lock(disk().mutex);
    disk().off = true;
}

bool PowerCut::is_off() { return !has_power(); }

void PowerCut::lose(const std::filesystem::path& folder, Dice& dice) {
    auto& the = disk();
    const std::lock_guard lock(the.mutex);
    for (const auto& [name, writes] : the.unsynced) {
        const auto kept = dice.chance(60) ? 0 : dice.below(writes.size() + 1);
        put_back(name, writes, kept);
        the.lost += writes.size() - kept;
    }
    // What processes shared in memory about the log does not outlive them.
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (item.path().string().ends_with("-shm")) std::filesystem::remove(item.path());
    }
    the.unsynced.clear();
    the.writes_left = 0;
    the.off = false;
}

std::uint64_t PowerCut::lost_writes() {
    const std::lock_guard lock(disk().mutex);
    return disk().lost;
}

}  // namespace lth::tests
