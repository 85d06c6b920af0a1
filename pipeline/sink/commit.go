package sink

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"
)

// ErrDuplicate is why Add refuses an article: this run has met one of the same id and other content.
var ErrDuplicate = errors.New("another article of this run has the same id and other content")

var errEnded = errors.New("the commit has ended")

// Commit takes rows until its method of that name puts all of them into the tables, or none.
type Commit struct {
	s       *Store
	id      string
	started time.Time
	err     error // first failure to take rows: the commit cannot succeed
	ended   bool

	mentions *stage[MentionRow]
	actors   *stage[ActorRow]
	articles *stage[ArticleRow]
	rejects  *stage[RejectRow]

	added    map[key]addition // by article id
	replaced []string         // ids of articles that the tables have, as added
	visited  map[key]bool     // paths read, of those that have rejects
	said     map[key]bool     // rejects, by rejectKey
	fresh    map[key]key      // those of them that the tables do not have, with their paths
}

// addition is an article that the commit takes.
type addition struct {
	hash key
	date string
}

// Begin starts a commit. A store has one at a time: where another is open, the new one fails at
// its first use.
func (s *Store) Begin() *Commit {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &Commit{
		s: s, started: s.meta.Now().UTC(),
		added: map[key]addition{}, visited: map[key]bool{}, said: map[key]bool{}, fresh: map[key]key{},
		mentions: newStage(s.fs, s.temp(Mentions), &mentionsTable),
		actors:   newStage(s.fs, s.temp(Actors), &actorsTable),
		articles: newStage(s.fs, s.temp(Articles), &articlesTable),
		rejects:  newStage(s.fs, s.temp(Rejects), &rejectsTable),
	}
	switch {
	case s.broken != nil:
		c.err = s.broken
	case s.open != nil:
		c.err = errors.New("another commit is open")
	default:
		s.open = c
		c.id = newID(c.started, s.index.lastID)
		if err := s.fs.MkdirAll(s.temp("")); err != nil {
			c.err = writeError("temporary files", err)
		}
	}
	return c
}

// temp is the path of a temporary file.
func (s *Store) temp(name string) string { return filepath.Join(s.dir, runsDir, tempDir, name) }

// Add takes an article with its rows. ArticleID, Model and PublishedAt of all rows and the counts
// of the article are filled in here, from the article, the store and the rows. The article's
// source is visited. An article that this run has met already is passed over where its content is
// the same, else the error is ErrDuplicate, after which the commit goes on; after any other error
// it can only be aborted.
func (c *Commit) Add(article ArticleRow, mentions []MentionRow, actors []ActorRow) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if err := c.usable(); err != nil {
		return err
	}
	if article.ArticleID == "" {
		return errors.New("the article has no id")
	}
	article.Model = c.s.meta.ModelHash
	article.Mentions, article.Actors = int32(len(mentions)), int32(len(actors))
	weight := articlesTable.clean(&article)
	k, hash := keyOf(article.ArticleID), keyOf(article.ContentHash)
	if met, same := c.met(k, hash); met {
		if same {
			return nil
		}
		return ErrDuplicate
	}
	c.visit(article.Source)
	if _, ok := c.s.index.articles[k]; ok {
		c.replaced = append(c.replaced, article.ArticleID)
	}
	date := c.s.dateOf(article.PublishedAt)
	c.added[k] = addition{hash, date}
	c.err = inOrder(
		func() error { return writeError(Articles, c.articles.add(date, article, weight)) },
		func() error { return writeError(Mentions, c.addMentions(date, &article, mentions)) },
		func() error { return writeError(Actors, c.addActors(date, &article, actors)) })
	return c.err
}

func (c *Commit) addMentions(date string, a *ArticleRow, rows []MentionRow) error {
	for _, r := range rows {
		r.ArticleID, r.Model, r.PublishedAt = a.ArticleID, a.Model, a.PublishedAt
		if err := c.mentions.add(date, r, mentionsTable.clean(&r)); err != nil {
			return err
		}
	}
	return nil
}

func (c *Commit) addActors(date string, a *ArticleRow, rows []ActorRow) error {
	for _, r := range rows {
		r.ArticleID, r.Model, r.PublishedAt = a.ArticleID, a.Model, a.PublishedAt
		if err := c.actors.add(date, r, actorsTable.clean(&r)); err != nil {
			return err
		}
	}
	return nil
}

// met says whether this run has settled the article, and whether on this content.
func (c *Commit) met(id, hash key) (met, same bool) {
	if a, ok := c.added[id]; ok {
		return true, a.hash == hash
	}
	a := c.s.index.articles[id]
	return a.settled, a.hash == hash
}

// Reject takes an input that could not be used. Its path is visited. The same words about the
// same line are kept once.
func (c *Commit) Reject(r RejectRow) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if err := c.usable(); err != nil {
		return err
	}
	weight := rejectsTable.clean(&r)
	k := rejectKey(&r)
	c.visit(r.Path)
	if c.said[k] {
		return nil
	}
	c.said[k] = true
	if _, ok := c.s.index.rejects[k]; ok {
		return nil
	}
	c.fresh[k] = keyOf(r.Path)
	c.err = writeError(Rejects, c.rejects.add(c.s.date, r, weight))
	return c.err
}

// Visit says that the run has read this path: rejects that earlier runs had under it, and this
// run does not repeat, go. Add and Reject visit by themselves; an article passed over as
// unchanged has its source visited here.
func (c *Commit) Visit(path string) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.visit(valid(path))
}

func (c *Commit) visit(path string) {
	if k := keyOf(path); len(c.s.index.paths[k]) > 0 {
		c.visited[k] = true
	}
}

// usable is nil while rows can be taken.
func (c *Commit) usable() error {
	if c.err == nil && c.ended {
		return errEnded
	}
	return c.err
}

// Commit puts all rows into the tables, or none. Where it fails, the tables are as before and the
// temporary files are gone, and the error names the file and the cause; the one exception, when
// renames fail half-way and cannot be taken back, says that the next run finishes the commit. Once
// the commit is decided, an end of ctx no longer stops it.
func (c *Commit) Commit(ctx context.Context) (Record, error) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if c.ended {
		return Record{}, errEnded
	}
	p := newPlan(c)
	err := c.err
	if err == nil {
		err = p.prepare(ctx)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = c.s.carryOut(&p.pending)
	}
	if err == nil {
		p.settle()
		_ = c.end() // the commit stands; temporary files that are left go with the next one
		return p.record, nil
	}
	if errors.Is(err, errUnfinished) {
		c.s.broken = err
	} else {
		err = fmt.Errorf("nothing was committed, the tables in %s are as before: %w", c.s.dir, err)
	}
	return Record{}, errors.Join(err, c.end())
}

// Abort gives the commit up and removes its temporary files. After Commit it does nothing.
func (c *Commit) Abort() error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return c.end()
}

// end frees what an open commit holds and removes its temporary files.
func (c *Commit) end() error {
	if c.ended || c.s.open != c {
		c.ended = true
		return nil
	}
	c.ended = true
	c.s.open = nil
	err := errors.Join(c.mentions.close(), c.actors.close(), c.articles.close(), c.rejects.close())
	if c.s.broken == nil { // else the next Open needs what is there
		err = errors.Join(err, c.s.fs.RemoveAll(c.s.temp("")), c.s.sweep())
	}
	return err
}

// dateOf is the partition of a publication time; one outside of the years that a date can be
// written in counts as unknown.
func (s *Store) dateOf(t time.Time) string {
	if t = t.UTC(); t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		return s.date
	}
	return t.Format(time.DateOnly)
}

// writeError says which file could not be written. The cause names the temporary file.
func writeError(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("cannot write %s: %w", what, err)
}
