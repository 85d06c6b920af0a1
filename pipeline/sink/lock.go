package sink

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lock takes the lock that the one writing run holds. The kernel frees it when the process ends,
// however it ends.
func lock(dir string) (*os.File, error) {
	path := filepath.Join(dir, runsDir, ".lock")
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot lock the output folder: %w", err)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return f, nil
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("another run is writing to %s: wait for it to end or choose another output folder", dir)
	} else {
		err = fmt.Errorf("cannot lock %s: %w", path, err)
	}
	return nil, errors.Join(err, f.Close())
}
