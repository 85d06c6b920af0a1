package sink

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// key stands for one or more strings, so that the index takes the same few bytes whatever
// their length. Two lists of strings do not share a key in practice (128 bits of SHA-256).
type key [16]byte

func keyOf(parts ...string) key {
	h := sha256.New()
	for _, p := range parts {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	var k key
	copy(k[:], h.Sum(nil))
	return k
}

// index is what the tables hold: their parts, and where each article and each reject is.
type index struct {
	parts    map[string]map[string]int // rows, by table and by "date=…/name"
	names    []string                  // the "date=…/name" that articles point to
	numbers  map[string]int32          // position in names
	articles map[key]stored            // by article id
	rejects  map[key]reject            // by rejectKey
	paths    map[key][]key             // keys in rejects, by path
	lastID   string                    // of the newest commit
}

// stored says where an article's rows are.
type stored struct {
	hash    key   // of its content hash
	part    int32 // in index.names; the same for all tables
	current bool  // scored by the model of this run
	settled bool  // this run has met it: it was added or found unchanged
}

// reject says where the row of a reject is.
type reject struct {
	path key
	part string
}

func rejectKey(r *RejectRow) key { return keyOf(r.Path, fmt.Sprint(r.Line), r.Reason) }

func newIndex() *index {
	ix := &index{
		parts: map[string]map[string]int{}, numbers: map[string]int32{},
		articles: map[key]stored{}, rejects: map[key]reject{}, paths: map[key][]key{},
	}
	for _, t := range tableNames {
		ix.parts[t] = map[string]int{}
	}
	return ix
}

// number is the position of a part's name in names.
func (ix *index) number(name string) int32 {
	n, ok := ix.numbers[name]
	if !ok {
		n = int32(len(ix.names))
		ix.names = append(ix.names, name)
		ix.numbers[name] = n
	}
	return n
}

func (ix *index) addReject(k, path key, part string) {
	ix.rejects[k] = reject{path, part}
	ix.paths[path] = append(ix.paths[path], k)
}

// dropRejects forgets the rejects, all of which are under the given paths.
func (ix *index) dropRejects(rejects []key, paths map[key]bool) {
	for _, k := range rejects {
		delete(ix.rejects, k)
	}
	for path := range paths {
		left := slices.DeleteFunc(ix.paths[path], func(k key) bool { _, ok := ix.rejects[k]; return !ok })
		if ix.paths[path] = left; len(left) == 0 {
			delete(ix.paths, path)
		}
	}
}

// load reads the tables of the output folder into the index.
func (ix *index) load(dir, model string) error {
	for _, t := range tableNames {
		if err := ix.list(dir, t); err != nil {
			return err
		}
	}
	for part := range ix.parts[Articles] {
		if err := ix.loadArticles(dir, part, model); err != nil {
			return err
		}
	}
	for _, t := range []string{Mentions, Actors} {
		for part, rows := range ix.parts[t] {
			if _, ok := ix.parts[Articles][part]; !ok && rows > 0 {
				return damaged(dir, part, fmt.Errorf("%s has rows of articles that %s does not list", t, Articles))
			}
		}
	}
	for part := range ix.parts[Rejects] {
		path := filepath.Join(dir, Rejects, part)
		err := readPart(context.Background(), path, &rejectsTable, func(r *RejectRow) error {
			ix.addReject(rejectKey(r), keyOf(r.Path), part)
			return nil
		})
		if err != nil {
			return fmt.Errorf("%s is damaged (%w): delete it, and run again over the same input to have its rows back", path, err)
		}
	}
	return nil
}

// list reads the footers of a table's parts.
func (ix *index) list(dir, table string) error {
	folders, err := os.ReadDir(filepath.Join(dir, table))
	if err != nil {
		return err
	}
	for _, folder := range folders {
		date, ok := strings.CutPrefix(folder.Name(), "date=")
		if _, err := time.Parse(time.DateOnly, date); !ok || err != nil {
			continue
		}
		files, err := os.ReadDir(filepath.Join(dir, table, folder.Name()))
		if err != nil {
			return err
		}
		for _, f := range files {
			id, ok := strings.CutSuffix(f.Name(), ".parquet")
			if !ok || strings.HasPrefix(id, ".") || strings.HasPrefix(id, "_") {
				continue
			}
			part := filepath.Join(folder.Name(), f.Name())
			info, err := readInfo(filepath.Join(dir, table, part))
			if err != nil && table == Rejects {
				return fmt.Errorf("%s is damaged (%w): delete it, and run again over the same input to have its rows back",
					filepath.Join(dir, table, part), err)
			}
			if err != nil {
				return damaged(dir, part, fmt.Errorf("%s: %w", table, err))
			}
			if v := info.meta[keySchema]; v != SchemaVersion {
				return fmt.Errorf("%s has schema version %q and this program writes %q: choose another output folder",
					filepath.Join(dir, table, part), v, SchemaVersion)
			}
			ix.parts[table][part] = info.rows
			if _, ok := timeOfID(id); ok {
				ix.lastID = max(ix.lastID, id)
			}
		}
	}
	return nil
}

func (ix *index) loadArticles(dir, part, model string) error {
	mentions, actors := 0, 0
	err := readPart(context.Background(), filepath.Join(dir, Articles, part), &articlesTable, func(r *ArticleRow) error {
		k := keyOf(r.ArticleID)
		if other, ok := ix.articles[k]; ok {
			return fmt.Errorf("its article %q is in %s too", r.ArticleID, ix.names[other.part])
		}
		ix.articles[k] = stored{hash: keyOf(r.ContentHash), part: ix.number(part), current: r.Model == model}
		mentions += int(r.Mentions)
		actors += int(r.Actors)
		return nil
	}, "article_id", "content_hash", "model", "mentions", "actors")
	if err != nil {
		return damaged(dir, part, fmt.Errorf("%s: %w", Articles, err))
	}
	if n := ix.parts[Mentions][part]; n != mentions {
		return damaged(dir, part, fmt.Errorf("%s has %d rows where %s counts %d", Mentions, n, Articles, mentions))
	}
	if n := ix.parts[Actors][part]; n != actors {
		return damaged(dir, part, fmt.Errorf("%s has %d rows where %s counts %d", Actors, n, Articles, actors))
	}
	return nil
}

// damaged says what is wrong with the parts of one name, and how to go on.
func damaged(dir, part string, err error) error {
	return fmt.Errorf("the output in %s is damaged at %s (%w): delete the files of that name in %s, %s and %s, and run again over the same input to have their rows back",
		dir, part, err, Mentions, Actors, Articles)
}
