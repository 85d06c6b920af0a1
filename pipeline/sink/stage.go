package sink

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// stageBytes is how much a table's rows may take in memory before they go to the staging file.
const stageBytes = 8 << 20

// stage collects the rows of one table, apart by date, in memory and beyond stageBytes in a
// compressed file. It is what lets a commit of any size and of any number of dates run in
// bounded memory, with one open file, and still end in one part a date.
type stage[T any] struct {
	table *table[T]
	fs    fsys
	path  string
	limit int // bytes
	dates map[string]*pile[T]
	held  int // bytes in memory, about
	file  outFile
	end   int64 // of the file
	pack  *zstd.Encoder
}

// pile is the rows of one date: first those in the file, then those in memory.
type pile[T any] struct {
	spilled []extent
	rows    []T
}

// extent is a stretch of the staging file.
type extent struct {
	at   int64
	size int
}

func newStage[T any](fs fsys, path string, t *table[T]) *stage[T] {
	return &stage[T]{table: t, fs: fs, path: path, limit: stageBytes, dates: map[string]*pile[T]{}}
}

// add takes a row that weighs so many bytes.
func (s *stage[T]) add(date string, row T, weight int) error {
	p := s.dates[date]
	if p == nil {
		p = &pile[T]{}
		s.dates[date] = p
	}
	p.rows = append(p.rows, row)
	s.held += weight
	if s.held < s.limit {
		return nil
	}
	return s.spill()
}

// spill moves all rows in memory to the file.
func (s *stage[T]) spill() error {
	if s.file == nil {
		f, err := s.fs.Create(s.path)
		if err != nil {
			return err
		}
		s.file = f
		if s.pack, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1)); err != nil {
			return err
		}
	}
	var plain bytes.Buffer
	var packed []byte
	for _, date := range s.sorted() {
		p := s.dates[date]
		if len(p.rows) == 0 {
			continue
		}
		plain.Reset()
		if err := gob.NewEncoder(&plain).Encode(p.rows); err != nil {
			return err
		}
		packed = s.pack.EncodeAll(plain.Bytes(), packed[:0])
		if _, err := s.file.Write(packed); err != nil {
			return err
		}
		p.spilled = append(p.spilled, extent{s.end, len(packed)})
		s.end += int64(len(packed))
		p.rows = nil
	}
	s.held = 0
	return nil
}

// sorted is the dates, in order.
func (s *stage[T]) sorted() []string {
	dates := make([]string, 0, len(s.dates))
	for d := range s.dates {
		dates = append(dates, d)
	}
	slices.Sort(dates)
	return dates
}

// each calls f for the rows of a date in the order in which they came.
func (s *stage[T]) each(ctx context.Context, date string, f func(*T) error) error {
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer unpack.Close()
	var packed, plain []byte
	for _, x := range s.dates[date].spilled {
		if err := ctx.Err(); err != nil {
			return err
		}
		packed = slices.Grow(packed[:0], x.size)[:x.size]
		if _, err := s.file.ReadAt(packed, x.at); err != nil {
			return err
		}
		if plain, err = unpack.DecodeAll(packed, plain[:0]); err != nil {
			return err
		}
		var rows []T
		if err := gob.NewDecoder(bytes.NewReader(plain)).Decode(&rows); err != nil {
			return err
		}
		if err := eachRow(rows, f); err != nil {
			return err
		}
	}
	return eachRow(s.dates[date].rows, f)
}

func eachRow[T any](rows []T, f func(*T) error) error {
	for i := range rows {
		if err := f(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// close frees what the stage holds. Its file is the caller's to remove.
func (s *stage[T]) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.pack != nil {
		err = errors.Join(err, s.pack.Close())
	}
	s.file, s.dates = nil, nil
	return err
}
