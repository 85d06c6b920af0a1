package sink

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Meta says what writes the rows, and when.
type Meta struct {
	Program   string           // version of the program
	ModelHash string           // of the model that scores: another one makes every article stale
	RunDate   time.Time        // date of rows without one of their own; zero means Now at Open
	Now       func() time.Time // clock; nil means time.Now
	Force     bool             // articles of earlier runs count as changed, whatever they are
}

// Store is an output folder, held by this process alone until Close. Its methods, and those of
// its commit, may be called from several goroutines.
type Store struct {
	dir  string
	meta Meta
	fs   fsys
	date string // of rows without one of their own
	lock *os.File

	mu     sync.Mutex
	index  *index
	said   map[key]bool // rejects that this run has committed
	open   *Commit      // the one commit that is open, or nil
	broken error        // set where the disk and the index may differ: no commit is taken any more
}

// Open creates the output folder where it is missing, locks it, finishes or takes back what a
// killed run left and reads what the tables hold. It fails where another run holds the folder
// and where a part is damaged; the error says what to do.
func Open(dir string, meta Meta) (*Store, error) { return open(dir, meta, osFS{}) }

func open(dir string, meta Meta, fs fsys) (_ *Store, err error) {
	if meta.Now == nil {
		meta.Now = time.Now
	}
	if meta.RunDate.IsZero() {
		meta.RunDate = meta.Now()
	}
	s := &Store{
		dir: dir, meta: meta, fs: fs, date: meta.RunDate.UTC().Format(time.DateOnly),
		index: newIndex(), said: map[key]bool{},
	}
	if err := s.makeFolders(); err != nil {
		return nil, fmt.Errorf("cannot make the output folder: %w", err)
	}
	if s.lock, err = lock(dir); err != nil {
		return nil, err
	}
	err = s.recover()
	if err == nil {
		err = s.index.load(dir, meta.ModelHash)
	}
	if err != nil {
		return nil, errors.Join(err, s.lock.Close())
	}
	return s, nil
}

// makeFolders makes the folders that are always there, durably.
func (s *Store) makeFolders() error {
	folders := append([]string{runsDir}, tableNames[:]...)
	for _, f := range folders {
		if err := s.fs.MkdirAll(filepath.Join(s.dir, f)); err != nil {
			return err
		}
	}
	if err := s.fs.SyncDir(s.dir); err != nil {
		return err
	}
	return s.fs.SyncDir(filepath.Dir(filepath.Clean(s.dir)))
}

// Close gives up an open commit and frees the folder for the next run.
func (s *Store) Close() error {
	s.mu.Lock()
	c := s.open
	s.mu.Unlock()
	var err error
	if c != nil {
		err = c.Abort()
	}
	return errors.Join(err, s.lock.Close())
}

// Unchanged says whether the tables, or the open commit, have the article with the same content,
// scored by the model of this run. Such an article is settled for this run: it need not be added,
// and another of the same id cannot be.
func (s *Store) Unchanged(articleID, contentHash string) bool {
	k, hash := keyOf(valid(articleID)), keyOf(valid(contentHash))
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		if a, ok := s.open.added[k]; ok {
			return a.hash == hash
		}
	}
	a, ok := s.index.articles[k]
	if !ok || !a.current || a.hash != hash || s.meta.Force && !a.settled {
		return false
	}
	if !a.settled {
		a.settled = true
		s.index.articles[k] = a
	}
	return true
}
