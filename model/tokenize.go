package model

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sugarme/tokenizer"
	vocabulary "github.com/sugarme/tokenizer/model"
	"github.com/sugarme/tokenizer/model/wordpiece"
	"github.com/sugarme/tokenizer/normalizer"
	"github.com/sugarme/tokenizer/pretokenizer"
)

// Ids of the special pieces, fixed by their lines in vocab.txt.
const (
	padID = iota
	unkID
	clsID
	sepID
	maskID
)

var specialPieces = [...]string{padID: "[PAD]", unkID: "[UNK]", clsID: "[CLS]", sepID: "[SEP]", maskID: "[MASK]"}

// token is one piece of a text.
type token struct {
	id         int64
	start, end int  // runes of the text as given, [start, end)
	head       bool // it starts a unit: see unit
}

// piece is a token of a chunk: text between two spaces.
type piece struct {
	id    int64
	runes int // of the chunk
	head  bool
}

// wordPieces splits texts as Python's tokenizers does with BertPreTokenizer and
// WordPiece; only some marks newer than Unicode 8, of scripts that none of our languages is
// written in, are punctuation here and not there. Language repeats its words, so chunks are
// split once and remembered. It may be used concurrently.
type wordPieces struct {
	words wordpiece.WordPiece
	marks *pretokenizer.BertPreTokenizer

	mu     sync.RWMutex
	chunks map[string][]piece
}

// maxChunks bounds the chunks remembered: about 10 MB.
const maxChunks = 1 << 16

// maxChunkBytes keeps long chunks, which do not come again, out of memory.
const maxChunkBytes = 64

// newWordPieces reads a vocabulary: a piece a line, its id the line's number from 0.
func newWordPieces(vocab string) (*wordPieces, error) {
	lines := strings.Split(strings.TrimSuffix(vocab, "\n"), "\n")
	ids := make(map[string]int, len(lines))
	for i, line := range lines {
		if line == "" || !utf8.ValidString(line) {
			return nil, fmt.Errorf("vocab.txt line %d is empty or not UTF-8", i+1)
		}
		if first, seen := ids[line]; seen {
			return nil, fmt.Errorf("vocab.txt has the piece %q twice, in lines %d and %d", line, first+1, i+1)
		}
		ids[line] = i
	}
	for id, name := range specialPieces {
		if at, ok := ids[name]; !ok || at != id {
			return nil, fmt.Errorf("vocab.txt must have %s in line %d", name, id+1)
		}
	}
	builder := wordpiece.NewWordPieceBuilder() // [UNK], ## and 100 runes a word are its defaults
	return &wordPieces{
		words:  builder.Vocab((*vocabulary.Vocab)(&ids)).Build(),
		marks:  pretokenizer.NewBertPreTokenizer(),
		chunks: make(map[string][]piece),
	}, nil
}

// tokenize cleans a text and splits it, without [CLS] and [SEP]. A text of which nothing is
// left has no tokens.
func (w *wordPieces) tokenize(text string) ([]token, error) {
	c := clean(text)
	tokens := make([]token, 0, len(c.runes)/2)
	var chunk []byte
	for i := 0; i < len(c.runes); i++ {
		at := i
		for chunk = chunk[:0]; i < len(c.runes) && c.runes[i] != ' '; i++ {
			chunk = utf8.AppendRune(chunk, c.runes[i])
		}
		if at == i {
			continue
		}
		pieces, err := w.split(chunk)
		if err != nil {
			return nil, err
		}
		for _, p := range pieces {
			tokens = append(tokens, token{p.id, c.start[at], c.end[at+p.runes-1], p.head})
			at += p.runes
		}
	}
	return tokens, nil
}

// split returns the pieces of a chunk; they cover all of its runes.
func (w *wordPieces) split(chunk []byte) ([]piece, error) {
	w.mu.RLock()
	pieces, ok := w.chunks[string(chunk)]
	w.mu.RUnlock()
	if ok {
		return pieces, nil
	}
	pieces, err := w.splitNew(string(chunk))
	if err != nil || len(chunk) > maxChunkBytes {
		return pieces, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.chunks) >= maxChunks {
		clear(w.chunks)
	}
	w.chunks[string(chunk)] = pieces
	return pieces, nil
}

func (w *wordPieces) splitNew(chunk string) (pieces []piece, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the tokenizer failed on %q: %v", chunk, r)
		}
	}()
	words, err := w.marks.PreTokenize(tokenizer.NewPreTokenizedString(chunk))
	if err != nil {
		return nil, fmt.Errorf("the tokenizer failed on %q: %w", chunk, err)
	}
	for _, word := range words.GetSplits(normalizer.OriginalTarget, tokenizer.Byte) {
		found, err := w.words.Tokenize(word.Value)
		if err != nil {
			return nil, fmt.Errorf("the tokenizer failed on %q: %w", chunk, err)
		}
		for i, t := range found {
			pieces = append(pieces, piece{int64(t.Id), t.Offsets[1] - t.Offsets[0], i == 0 || startsWithHan(t.Value)})
		}
	}
	return pieces, nil
}

// startsWithHan tells whether a piece's text, without "##", starts with a Chinese character
// (the ranges of model/train/vocab.py). Chinese writes no spaces: there each token is a unit
// of its own, for else a mention could not end within a clause.
func startsWithHan(piece string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(piece, "##"))
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r >= 0xf900 && r <= 0xfaff
}
