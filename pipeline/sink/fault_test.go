package sink

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"syscall"
)

// hookFS calls hook before each operation; where hook fails the operation is not done. A write
// is done by half before its hook, so that a kill there leaves a torn file.
type hookFS struct {
	fsys
	hook func(op, path string) error
}

func (h *hookFS) MkdirAll(p string) error {
	return h.do("mkdir", p, func() error { return h.fsys.MkdirAll(p) })
}
func (h *hookFS) Remove(p string) error {
	return h.do("remove", p, func() error { return h.fsys.Remove(p) })
}
func (h *hookFS) SyncDir(p string) error {
	return h.do("syncdir", p, func() error { return h.fsys.SyncDir(p) })
}
func (h *hookFS) RemoveAll(p string) error {
	return h.do("removeall", p, func() error { return h.fsys.RemoveAll(p) })
}
func (h *hookFS) Rename(from, to string) error {
	return h.do("rename", from+" -> "+to, func() error { return h.fsys.Rename(from, to) })
}

func (h *hookFS) Create(p string) (f outFile, err error) {
	err = h.do("create", p, func() error { f, err = h.fsys.Create(p); return err })
	if err != nil {
		return nil, err
	}
	return &hookFile{outFile: f, fs: h, path: p}, nil
}

func (h *hookFS) do(op, path string, then func() error) error {
	if err := h.hook(op, path); err != nil {
		return &fs.PathError{Op: op, Path: path, Err: err}
	}
	return then()
}

type hookFile struct {
	outFile
	fs   *hookFS
	path string
}

func (f *hookFile) Sync() error { return f.fs.do("sync", f.path, f.outFile.Sync) }

func (f *hookFile) Write(p []byte) (int, error) {
	n, err := f.outFile.Write(p[:len(p)/2])
	if err != nil {
		return n, err
	}
	err = f.fs.do("write", f.path, func() error {
		m, err := f.outFile.Write(p[n:])
		n += m
		return err
	})
	return n, err
}

// failAt is a hook that fails at the n-th operation (from 1); later ones fail where after says so.
func failAt(n int, after func(op string) bool) func(op, path string) error {
	count := 0
	return func(op, _ string) error {
		count++
		if count == n || count > n && after(op) {
			return syscall.ENOSPC
		}
		return nil
	}
}

// openCounter counts how many files are open at once.
type openCounter struct {
	fsys
	mu        sync.Mutex
	now, most int
}

func (c *openCounter) Create(p string) (outFile, error) {
	f, err := c.fsys.Create(p)
	if err == nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.now++
		c.most = max(c.most, c.now)
	}
	return &countedFile{f, c}, err
}

type countedFile struct {
	outFile
	c *openCounter
}

func (f *countedFile) Close() error {
	f.c.mu.Lock()
	defer f.c.mu.Unlock()
	f.c.now--
	return f.outFile.Close()
}

// journal checks that what a rename publishes, and what the end of the redo log forgets, is durable.
type journal struct {
	unsynced map[string]bool // files written and folders changed since their last sync
	faults   []string
	renames  int
}

func (j *journal) hook(op, path string) error {
	dir := path[:strings.LastIndex(path, "/")]
	switch op {
	case "create":
		j.unsynced[path], j.unsynced[dir] = true, true
	case "write":
		j.unsynced[path] = true
	case "sync", "syncdir":
		delete(j.unsynced, path)
	case "rename":
		j.renames++
		from, to, _ := strings.Cut(path, " -> ")
		temp := from[:strings.LastIndex(from, "/")]
		if j.unsynced[from] {
			j.fault("%s is renamed before it is durable", from)
		}
		if strings.HasSuffix(to, pendingFile) && j.unsynced[temp] {
			j.fault("the commit is decided before its files' names are durable")
		}
		j.unsynced[to[:strings.LastIndex(to, "/")]] = true
	case "remove":
		if strings.HasSuffix(path, pendingFile) {
			for p := range j.unsynced {
				if !strings.Contains(p, tempDir) {
					j.fault("the redo log goes before %s is durable", p)
				}
			}
		}
		j.unsynced[dir] = true
		delete(j.unsynced, path)
	}
	return nil
}

func (j *journal) fault(format string, args ...any) {
	j.faults = append(j.faults, fmt.Sprintf(format, args...))
}
