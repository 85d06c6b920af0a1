package model

import (
	"context"
	"testing"
)

// benchmarkTexts runs f over real sentences and reports how many things it says it did a second.
func benchmarkTexts(b *testing.B, f func(text string) int, unit string) {
	texts := realTexts(b)
	n := 0
	for b.Loop() {
		for _, text := range texts {
			n += f(text)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), unit)
}

// benchmarkModel opens the model with one worker, so that figures are those of one core.
func benchmarkModel(b *testing.B) (m *Model, inputs []Input, rows []row, tokens int) {
	m = openTest(b, Options{Workers: 1, Remember: -1})
	for _, text := range realTexts(b) {
		found, err := m.pieces.tokenize(text)
		if err != nil {
			b.Fatal(err)
		}
		s := &sentence{tokens: found}
		inputs = append(inputs, Input{Text: text})
		rows = append(rows, s.rows(m.info.MaxLength-2)...)
		tokens += len(found)
	}
	return m, inputs, rows, tokens
}

func BenchmarkTokenize(b *testing.B) {
	m, _, _, _ := benchmarkModel(b)
	count := func(text string) int {
		tokens, err := m.pieces.tokenize(text)
		if err != nil {
			b.Fatal(err)
		}
		return len(tokens)
	}
	b.Run("warm", func(b *testing.B) { benchmarkTexts(b, count, "tokens/s") })
	b.Run("cold", func(b *testing.B) {
		benchmarkTexts(b, func(text string) int { clear(m.pieces.chunks); return count(text) }, "tokens/s")
	})
}

// BenchmarkScore and BenchmarkPureLoop read the same batches through the network; what Score
// takes longer is its overhead.
func BenchmarkScore(b *testing.B) {
	m, inputs, _, tokens := benchmarkModel(b)
	for b.Loop() {
		if _, err := m.Score(context.Background(), inputs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkPureLoop(b *testing.B) {
	m, _, rows, tokens := benchmarkModel(b)
	var batches []*batch
	for _, planned := range plan(rows, m.budget) {
		full := newBatch(m.budget)
		full.fill(planned)
		batches = append(batches, full)
	}
	for b.Loop() {
		for _, full := range batches {
			if err := m.network.run(context.Background(), full); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
