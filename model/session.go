package model

import (
	"context"
	"errors"
	"fmt"

	ort "github.com/yalue/onnxruntime_go"
)

// batch is one pass of the network and the memory for it, used again and again. Row r of
// width w has its ids and mask at [r*w, (r+1)*w) and its read-outs at three times that.
type batch struct {
	rows, width             int
	ids, mask               []int64   // [rows, width]
	tags, stance, sentiment []float32 // [rows, width, 3], written by network.run
}

// newBatch makes room for at most the given number of tokens, padding counted.
func newBatch(tokens int) *batch {
	return &batch{
		ids: make([]int64, tokens), mask: make([]int64, tokens),
		tags: make([]float32, 3*tokens), stance: make([]float32, 3*tokens), sentiment: make([]float32, 3*tokens),
	}
}

// readout returns what the network says of one token.
func (b *batch) readout(row, column int) readout {
	at := 3 * (row*b.width + column)
	return readout{[3]float32(b.tags[at:]), [3]float32(b.stance[at:]), [3]float32(b.sentiment[at:])}
}

// network runs batches; it may be used concurrently, each call with a batch of its own.
type network interface {
	run(ctx context.Context, b *batch) error
	close() error
}

// session is a network in ONNX Runtime. Each run uses the thread that calls it and no other.
type session struct {
	ort *ort.DynamicAdvancedSession
}

var (
	inputNames  = []string{"input_ids", "attention_mask"}
	outputNames = []string{"tags", "stance", "sentiment"}
)

// openSession loads a network and tries it on an empty sentence.
func openSession(onnx []byte) (*session, error) {
	options, err := ort.NewSessionOptions()
	if err != nil {
		return nil, err
	}
	defer options.Destroy()
	err = errors.Join(
		options.SetIntraOpNumThreads(1),
		options.SetInterOpNumThreads(1),
		options.SetMemPattern(false), // a pattern would be kept for every shape, and there are thousands
	)
	if err != nil {
		return nil, err
	}
	loaded, err := ort.NewDynamicAdvancedSessionWithONNXData(onnx, inputNames, outputNames, options)
	if err != nil {
		return nil, fmt.Errorf("ONNX Runtime cannot load %s: %w", networkFile, err)
	}
	s := &session{loaded}
	trial := newBatch(2)
	trial.rows, trial.width = 1, copy(trial.ids, []int64{clsID, sepID})
	copy(trial.mask, []int64{1, 1})
	if err := s.run(context.Background(), trial); err != nil {
		return nil, errors.Join(fmt.Errorf("%s does not work as a model of this program: %w", networkFile, err), s.close())
	}
	return s, nil
}

// run runs a batch. Where ctx ends first it stops within a moment and returns ctx's error.
func (s *session) run(ctx context.Context, b *batch) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var values []ort.Value
	defer func() {
		for _, v := range values {
			v.Destroy()
		}
	}()
	n, shape := b.rows*b.width, ort.NewShape(int64(b.rows), int64(b.width))
	for _, data := range [][]int64{b.ids, b.mask} {
		v, err := ort.NewTensor(shape, data[:n])
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	shape = append(shape, 3)
	for _, data := range [][]float32{b.tags, b.stance, b.sentiment} {
		v, err := ort.NewTensor(shape, data[:3*n])
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	options, err := ort.NewRunOptions()
	if err != nil {
		return err
	}
	defer options.Destroy()
	terminated := make(chan struct{})
	release := context.AfterFunc(ctx, func() {
		options.Terminate()
		close(terminated)
	})
	err = s.ort.RunWithOptions(values[:len(inputNames)], values[len(inputNames):], options)
	if !release() {
		<-terminated // the options must outlive their use
		return ctx.Err()
	}
	return err
}

func (s *session) close() error { return s.ort.Destroy() }
