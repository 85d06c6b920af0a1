package sink

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// fsys is every operation by which the sink changes the disk. Tests put one in that fails, or
// kills the process, at a chosen operation.
type fsys interface {
	MkdirAll(path string) error
	Create(path string) (outFile, error)
	Rename(from, to string) error
	Remove(path string) error
	RemoveAll(path string) error
	SyncDir(path string) error // makes creations, renames and removals in the folder durable
}

// outFile is a file being written.
type outFile interface {
	io.Writer
	io.ReaderAt
	io.Closer
	Sync() error
}

// osFS is the real disk.
type osFS struct{}

func (osFS) MkdirAll(path string) error          { return os.MkdirAll(path, 0o755) }
func (osFS) Rename(from, to string) error        { return os.Rename(from, to) }
func (osFS) Remove(path string) error            { return os.Remove(path) }
func (osFS) RemoveAll(path string) error         { return os.RemoveAll(path) }
func (osFS) Create(path string) (outFile, error) { return os.Create(path) }

func (osFS) SyncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// writeFile writes and fsyncs a small file; the name is not durable until its folder is synced.
func writeFile(fsys fsys, path string, data []byte) error {
	f, err := fsys.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// removed is err, unless it says that the file was not there.
func removed(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
