package sink

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
)

// plan is a commit's work on the disk and on the index, made before any of it is visible.
type plan struct {
	c       *Commit
	pending pending
	record  Record
	after   map[string]map[string]int // rows of the parts that come or change, by table and name; gone is -1
	dropped []key                     // rejects
	temps   int                       // temporary files so far
}

const gone = -1

func newPlan(c *Commit) *plan {
	p := &plan{c: c, after: map[string]map[string]int{}}
	for _, t := range tableNames {
		p.after[t] = map[string]int{}
	}
	p.pending = pending{Commit: c.id, Add: []move{}, Replace: []move{}, Remove: []string{}}
	p.record = Record{
		Commit: c.id, Schema: SchemaVersion, Program: c.s.meta.Program, Model: c.s.meta.ModelHash, Started: c.started,
		Added: map[string]int{}, Files: []File{}, Removed: []string{}, Replaced: append([]string{}, c.replaced...),
	}
	return p
}

// prepare writes every file of the commit among the temporary ones.
func (p *plan) prepare(ctx context.Context) error {
	return inOrder(
		func() error { return addParts(ctx, p, p.c.mentions) },
		func() error { return addParts(ctx, p, p.c.actors) },
		func() error { return addParts(ctx, p, p.c.articles) },
		func() error { return addParts(ctx, p, p.c.rejects) },
		func() error { return p.replaceArticles(ctx) },
		func() error { return p.replaceRejects(ctx) },
		func() error { return placeholder(p, &mentionsTable) },
		func() error { return placeholder(p, &actorsTable) },
		func() error { return placeholder(p, &articlesTable) },
		func() error { return placeholder(p, &rejectsTable) },
		p.writeRecord,
	)
}

// inOrder takes the steps up to the first that fails.
func inOrder(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// addParts writes the new part of each date.
func addParts[T any](ctx context.Context, p *plan, s *stage[T]) error {
	for _, date := range s.sorted() {
		part := path.Join("date="+date, p.c.id+".parquet")
		err := addPart(p, s.table, part, func(w *partWriter[T]) error {
			return s.each(ctx, date, func(r *T) error { return w.write(r, s.table.clean(r)) })
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addPart writes a new part with the rows that fill writes.
func addPart[T any](p *plan, t *table[T], part string, fill func(*partWriter[T]) error) error {
	name := path.Join(t.name, part)
	meta := map[string]string{keySchema: SchemaVersion, keyModel: p.c.s.meta.ModelHash, keyProgram: p.c.s.meta.Program}
	temp, file, err := writePart(p, t, meta, fill)
	if err != nil {
		return writeError(name, err)
	}
	file.Path = name
	p.pending.Add = append(p.pending.Add, move{temp, name})
	p.record.Files = append(p.record.Files, file)
	p.record.Added[t.name] += file.Rows
	p.after[t.name][part] = file.Rows
	return nil
}

// writePart writes a temporary part and returns its path, relative to the output folder.
func writePart[T any](p *plan, t *table[T], meta map[string]string, fill func(*partWriter[T]) error) (string, File, error) {
	p.temps++
	temp := path.Join(runsDir, tempDir, "part-"+strconv.Itoa(p.temps))
	w, err := newPart(p.c.s.fs, filepath.Join(p.c.s.dir, temp), t, meta)
	if err != nil {
		return "", File{}, err
	}
	if err := fill(w); err != nil {
		w.discard()
		return "", File{}, err
	}
	file, err := w.close()
	return temp, file, err
}

// replaceArticles takes the rows of articles that were added again out of the old parts.
func (p *plan) replaceArticles(ctx context.Context) error {
	ix := p.c.s.index
	perPart := map[string]int{}
	for k := range p.c.added {
		if old, ok := ix.articles[k]; ok {
			perPart[ix.names[old.part]]++
		}
	}
	again := func(id string) bool { _, ok := p.c.added[keyOf(id)]; return ok }
	for _, part := range sortedKeys(perPart) {
		all := perPart[part] == ix.parts[Articles][part]
		if err := inOrder(
			func() error {
				return thinOut(ctx, p, &mentionsTable, part, all, func(r *MentionRow) bool { return again(r.ArticleID) })
			},
			func() error {
				return thinOut(ctx, p, &actorsTable, part, all, func(r *ActorRow) bool { return again(r.ArticleID) })
			},
			func() error {
				return thinOut(ctx, p, &articlesTable, part, all, func(r *ArticleRow) bool { return again(r.ArticleID) })
			},
		); err != nil {
			return err
		}
	}
	return nil
}

// replaceRejects takes the rejects of visited paths that this run does not repeat out of the old
// parts.
func (p *plan) replaceRejects(ctx context.Context) error {
	ix := p.c.s.index
	perPart := map[string]int{}
	drop := map[key]bool{}
	for path := range p.c.visited {
		for _, k := range ix.paths[path] {
			if !p.c.said[k] && !p.c.s.said[k] && !drop[k] {
				drop[k] = true
				p.dropped = append(p.dropped, k)
				perPart[ix.rejects[k].part]++
			}
		}
	}
	for _, part := range sortedKeys(perPart) {
		all := perPart[part] == ix.parts[Rejects][part]
		if err := thinOut(ctx, p, &rejectsTable, part, all, func(r *RejectRow) bool { return drop[rejectKey(r)] }); err != nil {
			return err
		}
	}
	return nil
}

// thinOut plans an old part without the rows that drop picks: all says that these are all of its
// rows. What the part says of its program and model stays, for so do the rows.
func thinOut[T any](ctx context.Context, p *plan, t *table[T], part string, all bool, drop func(*T) bool) error {
	before, ok := p.c.s.index.parts[t.name][part]
	if !ok {
		return nil
	}
	if all {
		p.remove(t.name, part)
		return nil
	}
	name := path.Join(t.name, part)
	old := filepath.Join(p.c.s.dir, name)
	info, err := readInfo(old)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", old, err)
	}
	temp, file, err := writePart(p, t, info.meta, func(w *partWriter[T]) error {
		return readPart(ctx, old, t, func(r *T) error {
			if drop(r) {
				return nil
			}
			return w.write(r, t.clean(r))
		})
	})
	switch {
	case err != nil:
		return writeError(name, err)
	case file.Rows == 0:
		p.remove(t.name, part)
	case file.Rows < before:
		file.Path, file.Rewritten = name, true
		p.pending.Replace = append(p.pending.Replace, move{temp, name})
		p.record.Files = append(p.record.Files, file)
		p.after[t.name][part] = file.Rows
	}
	return nil
}

func (p *plan) remove(table, part string) {
	name := path.Join(table, part)
	p.pending.Remove = append(p.pending.Remove, name)
	p.record.Removed = append(p.record.Removed, name)
	p.after[table][part] = gone
}

// placeholder sees to it that a table without rows has one part, and one with rows no empty part.
func placeholder[T any](p *plan, t *table[T]) error {
	rows := 0
	var empty []string
	for part, n := range p.c.s.index.parts[t.name] {
		if _, changed := p.after[t.name][part]; !changed {
			rows += n
			if n == 0 {
				empty = append(empty, part)
			}
		}
	}
	for _, n := range p.after[t.name] {
		rows += max(n, 0)
	}
	switch {
	case rows == 0 && len(empty) == 0:
		return addPart(p, t, path.Join("date="+p.c.s.date, p.c.id+".parquet"), func(*partWriter[T]) error { return nil })
	case rows > 0:
		slices.Sort(empty)
		for _, part := range empty {
			p.remove(t.name, part)
		}
	}
	return nil
}

// writeRecord writes the record of the commit among the temporary files: once the commit is
// decided nothing is written any more that could find the disk full.
func (p *plan) writeRecord() error {
	p.record.Finished = p.c.s.meta.Now().UTC()
	name := p.c.id + ".json"
	p.pending.Record = move{path.Join(runsDir, tempDir, "record"), path.Join(runsDir, name)}
	data, err := json.MarshalIndent(p.record, "", "  ")
	if err == nil {
		err = writeFile(p.c.s.fs, filepath.Join(p.c.s.dir, p.pending.Record.From), append(data, '\n'))
	}
	return writeError(path.Join(runsDir, name), err)
}

// settle brings the index to where the disk is.
func (p *plan) settle() {
	ix := p.c.s.index
	for t, parts := range p.after {
		for part, rows := range parts {
			if rows == gone {
				delete(ix.parts[t], part)
			} else {
				ix.parts[t][part] = rows
			}
		}
	}
	for k, a := range p.c.added {
		part := ix.number(path.Join("date="+a.date, p.c.id+".parquet"))
		ix.articles[k] = stored{hash: a.hash, part: part, current: true, settled: true}
	}
	ix.dropRejects(p.dropped, p.c.visited)
	for k, pathKey := range p.c.fresh {
		ix.addReject(k, pathKey, path.Join("date="+p.c.s.date, p.c.id+".parquet"))
	}
	for k := range p.c.said {
		p.c.s.said[k] = true
	}
	ix.lastID = p.c.id
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
