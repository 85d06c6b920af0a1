package model

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"
)

// Options say how a model runs; the zero value is good.
type Options struct {
	Library     string // path of libonnxruntime; empty: $STANCE_ONNXRUNTIME, else the usual places
	Workers     int    // batches scored at the same time, a core each; 0: one for each core
	TokenBudget int    // tokens of a batch, padding counted; 0: 256
	Remember    int    // outputs of sentences kept for when they come again; 0: 32768, below 0: none
}

const (
	defaultBudget   = 256 // measured: as fast as any up to 1024, and less padding to hold; 2048 is a tenth slower, out of the processor's cache
	defaultRemember = 1 << 15
)

// Model is a loaded model. It may be used concurrently; calls share its workers.
type Model struct {
	info        Info
	calibration calibration
	pieces      *wordPieces
	budget      int
	batches     chan *batch // those free, as many as workers
	outputs     *outputCache
	counters    counters

	open    sync.RWMutex // held for reading while scoring
	network network      // nil once closed
}

// Open loads a bundle: bundle.json and the files that it names, each checked against its
// SHA-256. Errors are sentences that say what is wrong and what to do.
func Open(files fs.FS, opt Options) (*Model, error) {
	b, err := readBundle(files)
	if err != nil {
		return nil, err
	}
	if err := loadRuntime(opt.Library); err != nil {
		return nil, err
	}
	session, err := openSession(b.network)
	if err != nil {
		return nil, fmt.Errorf("the model bundle %s %s cannot be used: %w", b.Name, b.Version, err)
	}
	m, err := newModel(b, session, opt)
	if err != nil {
		return nil, errors.Join(err, session.close())
	}
	return m, nil
}

// newModel puts a model together from a checked bundle and its network.
func newModel(b *bundle, network network, opt Options) (*Model, error) {
	pieces, err := newWordPieces(b.vocab)
	if err != nil {
		return nil, fmt.Errorf("the model bundle %s %s cannot be used: %w", b.Name, b.Version, err)
	}
	if opt.Workers < 0 || opt.TokenBudget < 0 {
		return nil, fmt.Errorf("the model cannot run with %d workers and batches of %d tokens: give positive numbers, or 0 for the default", opt.Workers, opt.TokenBudget)
	}
	m := &Model{
		info:        b.info(),
		calibration: b.Calibration,
		pieces:      pieces,
		budget:      max(cmp.Or(opt.TokenBudget, defaultBudget), b.MaxLength),
		batches:     make(chan *batch, cmp.Or(opt.Workers, runtime.GOMAXPROCS(0))),
		outputs:     newOutputCache(max(0, cmp.Or(opt.Remember, defaultRemember))),
		network:     network,
	}
	for range cap(m.batches) {
		m.batches <- newBatch(m.budget)
	}
	return m, nil
}

// Info says which model this is.
func (m *Model) Info() Info { return m.info }

// Hash is the SHA-256 of bundle.json in hex. The hashes of all files stand in there, so it
// tells models apart whatever differs.
func (m *Model) Hash() string { return m.info.Hash }

// Close frees the network after the calls in progress. Scoring fails from then on.
func (m *Model) Close() error {
	m.open.Lock()
	defer m.open.Unlock()
	if m.network == nil {
		return nil
	}
	network := m.network
	m.network = nil
	return network.close()
}

// errClosed is what Score returns after Close.
var errClosed = errors.New("the model is closed")

// run runs a batch on the network.
func (m *Model) run(ctx context.Context, b *batch) error {
	if err := m.network.run(ctx, b); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("ONNX Runtime failed on a batch of %d sentences of %d tokens: %w", b.rows, b.width, err)
	}
	return nil
}
