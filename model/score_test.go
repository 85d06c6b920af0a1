package model

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// fakeNetwork tags one id as B and gives each token's id, column and row's length as stance
// logits. It records its batches.
type fakeNetwork struct {
	begin int64 // id tagged B
	wait  chan struct{}
	fail  error

	mu      sync.Mutex
	batches [][2]int // rows, width
	closed  bool
}

func (f *fakeNetwork) run(ctx context.Context, b *batch) error {
	f.mu.Lock()
	f.batches = append(f.batches, [2]int{b.rows, b.width})
	f.mu.Unlock()
	if f.wait != nil {
		select {
		case <-f.wait:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for r := range b.rows {
		length := float32(0)
		for c := range b.width {
			length += float32(b.mask[r*b.width+c])
		}
		for c := range b.width {
			at := r*b.width + c
			tags := [3]float32{1, 0, 0}
			if b.ids[at] == f.begin {
				tags = [3]float32{0, 1, 0}
			}
			copy(b.tags[3*at:], tags[:])
			copy(b.stance[3*at:], []float32{float32(b.ids[at]), float32(c), length})
		}
	}
	return f.fail
}

func (f *fakeNetwork) close() error { f.closed = true; return nil }

// newFakeModel makes a model of max_length 16 with the pieces A (id 5) and b (id 6).
func newFakeModel(t *testing.T, opt Options) (*Model, *fakeNetwork) {
	t.Helper()
	b := &bundle{vocab: testVocab("A", "b")}
	b.Calibration, b.MaxLength = testCalibration(), 16
	network := &fakeNetwork{begin: 5}
	m, err := newModel(b, network, opt)
	if err != nil {
		t.Fatal(err)
	}
	return m, network
}

func TestScoreKeepsOrder(t *testing.T) {
	m, network := newFakeModel(t, Options{Workers: 3, TokenBudget: 40})
	var inputs []Input
	for i := range 50 {
		inputs = append(inputs, Input{Text: strings.Repeat("b ", i%12) + "A"})
	}
	outputs, err := m.Score(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	for i, out := range outputs {
		at := i % 12
		want := Output{
			Mentions: []Mention{{Start: 2 * at, End: 2*at + 1, Confidence: out.Mentions[0].Confidence,
				Logits: Logits{Stance: [3]float32{5, float32(at + 1), float32(at + 3)}, Tokens: 1}}},
			Speaker: Logits{Stance: [3]float32{clsID, 0, float32(at + 3)}, Tokens: 1},
		}
		if !reflect.DeepEqual(out, want) {
			t.Errorf("output %d is %v, want %v", i, out, want)
		}
	}
	rows := 0
	for _, b := range network.batches {
		rows += b[0]
		if b[0]*b[1] > 40 {
			t.Errorf("a batch of %d rows of %d tokens is above the budget", b[0], b[1])
		}
	}
	if rows != 12 {
		t.Errorf("%d rows were scored for 12 different texts", rows)
	}
	if got := m.Stats(); got.Sentences != 12 || got.Tokens != 12*3+11*12/2 || got.Padded < got.Tokens || got.Workers != 3 {
		t.Errorf("stats %+v for 12 texts of 3 to 14 tokens", got)
	}
}

func TestScoreRemembers(t *testing.T) {
	m, network := newFakeModel(t, Options{Workers: 1})
	inputs := []Input{{Text: "A b"}, {Text: "A b", Spans: [][2]int{{2, 3}, {0, 3}}}, {Text: "A b"}}
	for range 2 {
		outputs, err := m.Score(context.Background(), inputs)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(outputs[0], outputs[2]) || len(outputs[0].Mentions) != 1 {
			t.Errorf("one text has two outputs: %v and %v", outputs[0], outputs[2])
		}
		given := outputs[1].Mentions
		if len(given) != 2 || given[0].Stance[0] != 6 || given[1].Stance[0] != 5.5 || given[1].Tokens != 2 {
			t.Errorf("given spans were scored as %v", given)
		}
	}
	if n := len(network.batches); n != 2 { // the second for the given spans alone
		t.Errorf("%d batches, want 2", n)
	}
	if _, err := m.Score(context.Background(), inputs[:1]); err != nil || len(network.batches) != 2 {
		t.Errorf("a text that came before was scored again (%v)", err)
	}
}

func TestScoreLongSentence(t *testing.T) {
	m, _ := newFakeModel(t, Options{Workers: 2})
	outputs, err := m.Score(context.Background(), []Input{{Text: strings.Repeat("A ", 40)}})
	if err != nil {
		t.Fatal(err)
	}
	out := outputs[0]
	if len(out.Mentions) != 40 {
		t.Fatalf("%d mentions, want 40", len(out.Mentions))
	}
	for i, mention := range out.Mentions {
		column := int(mention.Stance[1]) - 1
		if mention.Start != 2*i || i > 3 && column < 3 || i < 36 && column > 10 {
			t.Errorf("mention %d at %d was read %d tokens from its window's start", i, mention.Start, column)
		}
	}
	if out.Speaker != (Logits{Stance: [3]float32{clsID, 0, out.Speaker.Stance[2]}, Tokens: 1}) {
		t.Errorf("speaker %v", out.Speaker)
	}
}

func TestScoreNothing(t *testing.T) {
	m, network := newFakeModel(t, Options{})
	outputs, err := m.Score(context.Background(), []Input{{}, {Text: " \u200c\u064e"}, {Text: "\u200c", Spans: [][2]int{{0, 1}}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []Output{{}, {}, {Mentions: []Mention{{Start: 0, End: 1, Confidence: 1}}}}
	if !reflect.DeepEqual(outputs, want) {
		t.Errorf("outputs %v, want %v", outputs, want)
	}
	if len(network.batches) != 0 {
		t.Error("nothing was run through the network")
	}
	if outputs, err := m.Score(context.Background(), nil); err != nil || len(outputs) != 0 {
		t.Errorf("no inputs gave %v, %v", outputs, err)
	}
}

func TestScoreRefusesSpans(t *testing.T) {
	m, _ := newFakeModel(t, Options{})
	for _, span := range [][2]int{{-1, 1}, {1, 1}, {2, 1}, {0, 4}} {
		_, err := m.Score(context.Background(), []Input{{Text: "b"}, {Text: "A b", Spans: [][2]int{span}}})
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("input 1: the span [%d, %d)", span[0], span[1])) {
			t.Errorf("span %v: error %v", span, err)
		}
	}
}

func TestScoreStops(t *testing.T) {
	m, network := newFakeModel(t, Options{Workers: 2})
	network.wait = make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	failed := make(chan error)
	go func() {
		_, err := m.Score(ctx, []Input{{Text: "A"}, {Text: "b b"}})
		failed <- err
	}()
	cancel()
	if err := <-failed; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	close(network.wait)
	if _, err := m.Score(context.Background(), []Input{{Text: "A"}}); err != nil {
		t.Errorf("after a cancelled call: %v", err)
	}
}

func TestScoreFails(t *testing.T) {
	m, network := newFakeModel(t, Options{TokenBudget: 16, Workers: 2})
	network.fail = errors.New("out of memory")
	var inputs []Input
	for i := range 14 {
		inputs = append(inputs, Input{Text: strings.Repeat("b ", i+1)})
	}
	if _, err := m.Score(context.Background(), inputs); !errors.Is(err, network.fail) {
		t.Errorf("error %v, want the network's", err)
	}
	network.fail = nil
	if _, err := m.Score(context.Background(), inputs); err != nil {
		t.Errorf("after a failed call: %v", err)
	}
}

func TestClose(t *testing.T) {
	m, network := newFakeModel(t, Options{})
	for range 2 {
		if err := m.Close(); err != nil || !network.closed {
			t.Errorf("closing: %v", err)
		}
	}
	if _, err := m.Score(context.Background(), []Input{{Text: "A"}}); !errors.Is(err, errClosed) {
		t.Errorf("error %v, want %v", err, errClosed)
	}
}

func TestScoreConcurrently(t *testing.T) {
	m, _ := newFakeModel(t, Options{Workers: 2, Remember: 4})
	var calls sync.WaitGroup
	for k := range 8 {
		calls.Go(func() {
			for i := range 20 {
				text := strings.Repeat("b ", (i*k)%30) + "A"
				outputs, err := m.Score(context.Background(), []Input{{Text: text}, {Text: "b"}})
				if err != nil || len(outputs[0].Mentions) != 1 || outputs[0].Mentions[0].End != len(text) {
					t.Errorf("%q: %v, %v", text, outputs, err)
				}
			}
		})
	}
	calls.Wait()
}
