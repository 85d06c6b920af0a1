package sink

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// pending is the redo log: all that is left to do once a commit is decided. Paths are relative to
// the output folder. Doing a part of it twice is the same as doing it once.
type pending struct {
	Commit  string   `json:"commit"`
	Add     []move   `json:"add"`     // new parts
	Replace []move   `json:"replace"` // rewritten parts, over the old ones
	Remove  []string `json:"remove"`  // parts of which nothing is left
	Record  move     `json:"record"`
}

type move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// errUnfinished is a failure after the commit point that could not be taken back.
var errUnfinished = errors.New("the commit is recorded but could not be finished; the next run on this folder finishes it")

// carryOut makes the commit durable and moves it into place. Where it fails the tables are as
// before, unless the error is errUnfinished.
func (s *Store) carryOut(p *pending) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := writeFile(s.fs, s.temp("pending"), data); err != nil {
		return err
	}
	for _, dir := range []string{s.temp(""), filepath.Join(s.dir, runsDir)} {
		if err := s.fs.SyncDir(dir); err != nil {
			return err
		}
	}
	log := filepath.Join(s.dir, runsDir, pendingFile)
	err = s.fs.Rename(s.temp("pending"), log)
	if err == nil {
		err = s.fs.SyncDir(filepath.Dir(log))
	}
	if err == nil {
		err = s.moveAll(p.Add)
	}
	if err != nil {
		return s.takeBack(p, err)
	}
	if err := s.finish(p); err != nil {
		return fmt.Errorf("%w: %w", errUnfinished, err)
	}
	return nil
}

// takeBack undoes the additions, so that nothing of the commit is left but temporary files.
func (s *Store) takeBack(p *pending, cause error) error {
	var err error
	for _, m := range p.Add {
		err = errors.Join(err, s.move(move{From: m.To, To: m.From}))
	}
	for _, m := range p.Add {
		err = errors.Join(err, removed(s.fs.SyncDir(filepath.Join(s.dir, filepath.Dir(m.To)))))
	}
	if err == nil {
		err = s.fs.SyncDir(s.temp(""))
	}
	if err == nil {
		err = removed(s.fs.Remove(filepath.Join(s.dir, runsDir, pendingFile)))
	}
	if err == nil {
		err = s.fs.SyncDir(filepath.Join(s.dir, runsDir))
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errUnfinished, errors.Join(cause, err))
	}
	return cause
}

// finish does what is left once the new parts are in place.
func (s *Store) finish(p *pending) error {
	if err := s.moveAll(p.Replace); err != nil {
		return err
	}
	touched := map[string]bool{s.dir: true}
	for _, path := range p.Remove {
		if err := removed(s.fs.Remove(filepath.Join(s.dir, path))); err != nil {
			return err
		}
		if err := s.removeEmpty(filepath.Join(s.dir, filepath.Dir(path))); err != nil {
			return err
		}
		touched[filepath.Join(s.dir, filepath.Dir(filepath.Dir(path)))] = true
	}
	for _, m := range slices.Concat(p.Add, p.Replace) {
		folder := filepath.Join(s.dir, filepath.Dir(m.To))
		touched[folder], touched[filepath.Dir(folder)] = true, true
	}
	for _, path := range p.Remove {
		touched[filepath.Join(s.dir, filepath.Dir(path))] = true
	}
	for folder := range touched {
		if err := s.fs.SyncDir(folder); removed(err) != nil {
			return err
		}
	}
	if err := s.move(p.Record); err != nil {
		return err
	}
	runs := filepath.Join(s.dir, runsDir)
	if err := s.fs.SyncDir(runs); err != nil {
		return err
	}
	if err := removed(s.fs.Remove(filepath.Join(runs, pendingFile))); err != nil {
		return err
	}
	return s.fs.SyncDir(runs)
}

func (s *Store) moveAll(moves []move) error {
	for _, m := range moves {
		if err := s.fs.MkdirAll(filepath.Join(s.dir, filepath.Dir(m.To))); err != nil {
			return err
		}
		if err := s.move(m); err != nil {
			return err
		}
	}
	return nil
}

// move renames; where that was done before, it does nothing.
func (s *Store) move(m move) error {
	from, to := filepath.Join(s.dir, m.From), filepath.Join(s.dir, m.To)
	err := s.fs.Rename(from, to)
	if errors.Is(err, fs.ErrNotExist) {
		if _, missing := os.Stat(from); errors.Is(missing, fs.ErrNotExist) {
			if _, done := os.Stat(to); done == nil {
				return nil
			}
		}
	}
	return err
}

// removeEmpty removes the folder of a date if nothing is in it.
func (s *Store) removeEmpty(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) > 0 {
		return removed(err)
	}
	return removed(s.fs.Remove(folder))
}

// recover brings the folder of a killed run to where an undisturbed run would have left it: a
// commit whose redo log is there is finished, of any other nothing remains.
func (s *Store) recover() error {
	log := filepath.Join(s.dir, runsDir, pendingFile)
	data, err := os.ReadFile(log)
	if err == nil {
		var p pending
		if err := json.Unmarshal(data, &p); err != nil {
			return fmt.Errorf("%s is damaged (%w): move the output folder away and run again", log, err)
		}
		err = s.moveAll(p.Add)
		if err == nil {
			err = s.finish(&p)
		}
		if err != nil {
			return fmt.Errorf("cannot finish the commit of a run that was cut off (%s): %w", log, err)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.fs.RemoveAll(s.temp("")); err != nil {
		return fmt.Errorf("cannot remove the temporary files of a run that was cut off: %w", err)
	}
	return s.sweep()
}

// sweep removes the folders of dates that a run made and then put nothing into.
func (s *Store) sweep() error {
	for _, t := range tableNames {
		folders, err := os.ReadDir(filepath.Join(s.dir, t))
		if err != nil {
			return err
		}
		for _, f := range folders {
			if !f.IsDir() || !strings.HasPrefix(f.Name(), "date=") {
				continue
			}
			if err := s.removeEmpty(filepath.Join(s.dir, t, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
