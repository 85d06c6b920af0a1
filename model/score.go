package model

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// Score scores sentences and returns their outputs in the order of the inputs. Sentences of
// one call are sorted by length and batched, so a call should bring many, a few hundred or
// more; a second call at the same time keeps the workers busy while one begins or ends.
//
// A text that comes again is scored once: within a call always, over calls while its output
// is remembered (outputs for given spans are not). What does not fit into one pass of the
// network is read through overlapping windows; nothing is cut off. A text of which the
// cleaner leaves nothing gets an empty output. A span outside of its text is an error. Where
// ctx ends, Score returns its error within a moment.
func (m *Model) Score(ctx context.Context, inputs []Input) ([]Output, error) {
	m.open.RLock()
	defer m.open.RUnlock()
	if m.network == nil {
		return nil, errClosed
	}
	outputs := make([]Output, len(inputs))
	sentences, err := m.prepare(ctx, inputs, outputs)
	if err != nil {
		return nil, err
	}
	finish := func(s *sentence) {
		for _, i := range s.inputs {
			outputs[i] = m.decode(s, inputs[i])
		}
	}
	var rows []row
	for _, s := range sentences {
		if len(s.tokens) == 0 {
			finish(s)
			continue
		}
		rows = append(rows, s.rows(m.info.MaxLength-2)...)
	}
	if err := m.runAll(ctx, plan(rows, m.budget), finish); err != nil {
		return nil, err
	}
	return outputs, nil
}

// sentence is a text to score and what is known of it so far.
type sentence struct {
	inputs []int // those with this text
	tokens []token
	outs   []readout // a token each
	heads  []readout // of [CLS], a window each
	left   atomic.Int32
}

// row is a line of a batch: a window of a sentence.
type row struct {
	*sentence
	window
	index int // of the window in its sentence
}

// length is the row's number of tokens with [CLS] and [SEP].
func (r row) length() int { return r.end - r.start + 2 }

// prepare checks the inputs, answers those whose outputs are remembered and returns the others' texts, tokenized, each once.
func (m *Model) prepare(ctx context.Context, inputs []Input, outputs []Output) ([]*sentence, error) {
	var sentences []*sentence
	byText := make(map[string]*sentence)
	for i, in := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := in.check(); err != nil {
			return nil, fmt.Errorf("input %d: %w", i, err)
		}
		if in.Spans == nil {
			if out, ok := m.outputs.get(in.Text); ok {
				outputs[i] = out
				continue
			}
		}
		s, ok := byText[in.Text]
		if !ok {
			tokens, err := m.pieces.tokenize(in.Text)
			if err != nil {
				return nil, fmt.Errorf("input %d: %w", i, err)
			}
			s = &sentence{tokens: tokens}
			byText[in.Text] = s
			sentences = append(sentences, s)
		}
		s.inputs = append(s.inputs, i)
	}
	return sentences, nil
}

// check refuses spans that are not in the text.
func (in Input) check() error {
	if len(in.Spans) == 0 {
		return nil
	}
	n := utf8.RuneCountInString(in.Text)
	for _, s := range in.Spans {
		if s[0] < 0 || s[0] >= s[1] || s[1] > n {
			return fmt.Errorf("the span [%d, %d) is not within its text of %d characters", s[0], s[1], n)
		}
	}
	return nil
}

// rows cuts the sentence into windows of at most size tokens and makes room for their read-outs.
func (s *sentence) rows(size int) []row {
	cuts := windows(s.tokens, size)
	s.outs, s.heads = make([]readout, len(s.tokens)), make([]readout, len(cuts))
	s.left.Store(int32(len(cuts)))
	rows := make([]row, len(cuts))
	for i, w := range cuts {
		rows[i] = row{s, w, i}
	}
	return rows
}

// plan sorts rows by length, longest first, and fills batches up to a budget of tokens,
// padding counted.
func plan(rows []row, budget int) [][]row {
	slices.SortStableFunc(rows, func(a, b row) int { return b.length() - a.length() })
	var batches [][]row
	for len(rows) > 0 {
		n := min(len(rows), max(1, budget/rows[0].length()))
		batches = append(batches, rows[:n])
		rows = rows[n:]
	}
	return batches
}

// runAll runs batches on the model's workers and calls finish for each sentence, from any of
// them, when all of its windows are read.
func (m *Model) runAll(parent context.Context, batches [][]row, finish func(*sentence)) error {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(cap(m.batches), len(batches)) {
		workers.Go(func() {
			for k := next.Add(1) - 1; k < int64(len(batches)); k = next.Add(1) - 1 {
				select {
				case b := <-m.batches:
					err := m.runRows(ctx, b, batches[k], finish)
					m.batches <- b
					if err != nil {
						cancel(err)
						return
					}
				case <-ctx.Done():
					return
				}
			}
		})
	}
	workers.Wait()
	if err := parent.Err(); err != nil {
		return err
	}
	return context.Cause(ctx)
}

// runRows runs one batch and hands its read-outs to their sentences.
func (m *Model) runRows(ctx context.Context, b *batch, rows []row, finish func(*sentence)) error {
	b.fill(rows)
	began := time.Now()
	if err := m.run(ctx, b); err != nil {
		return err
	}
	m.counters.batch(b, rows, time.Since(began))
	for i, r := range rows {
		r.heads[r.index] = b.readout(i, 0)
		for k := r.from; k < r.to; k++ {
			r.outs[k] = b.readout(i, k-r.start+1)
		}
		if r.left.Add(-1) == 0 {
			m.counters.sentences.Add(1)
			finish(r.sentence)
		}
	}
	return nil
}

// fill writes rows, longest first, into the batch.
func (b *batch) fill(rows []row) {
	b.rows, b.width = len(rows), rows[0].length()
	for i, r := range rows {
		ids, mask := b.ids[i*b.width:(i+1)*b.width], b.mask[i*b.width:(i+1)*b.width]
		ids[0] = clsID
		for k, t := range r.tokens[r.start:r.end] {
			ids[k+1] = t.id
		}
		n := r.length()
		ids[n-1] = sepID
		for k := range ids {
			mask[k] = 1
			if k >= n {
				ids[k], mask[k] = padID, 0
			}
		}
	}
}

// decode makes one input's output of its sentence's read-outs, and remembers it.
func (m *Model) decode(s *sentence, in Input) Output {
	var out Output
	if len(s.tokens) > 0 {
		out.Speaker = mean(s.heads)
		out.Speaker.Tokens = 1
	}
	if in.Spans != nil {
		out.Mentions = scoreSpans(s.tokens, s.outs, in.Spans)
		return out
	}
	out.Mentions = findMentions(s.tokens, s.outs, *m.calibration.Mention.Bias)
	m.outputs.put(in.Text, out)
	return out
}
