package model

import (
	"sync/atomic"
	"time"
)

// Stats says what a model has done since it was opened.
type Stats struct {
	Sentences int64         // that the network read; those remembered are not among them
	Tokens    int64         // of them, [CLS] and [SEP] included; where windows overlap counted in each
	Padded    int64         // the same with the padding that made them batches
	Busy      time.Duration // time in the network, summed over the workers
	Workers   int           // that run at the same time
}

// counters are a model's Stats in the making.
type counters struct {
	sentences, tokens, padded, busy atomic.Int64
}

// batch counts one pass of the network.
func (c *counters) batch(b *batch, rows []row, took time.Duration) {
	tokens := 0
	for _, r := range rows {
		tokens += r.length()
	}
	c.tokens.Add(int64(tokens))
	c.padded.Add(int64(b.rows * b.width))
	c.busy.Add(int64(took))
}

// Stats returns the figures so far. It may be called while the model scores.
func (m *Model) Stats() Stats {
	return Stats{
		Sentences: m.counters.sentences.Load(),
		Tokens:    m.counters.tokens.Load(),
		Padded:    m.counters.padded.Load(),
		Busy:      time.Duration(m.counters.busy.Load()),
		Workers:   cap(m.batches),
	}
}
