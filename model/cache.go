package model

import (
	"slices"
	"sync"
)

// outputCache remembers the outputs of sentences by their text: news repeats itself. It
// holds the size outputs used last at least, twice as many at most. It may be used concurrently.
type outputCache struct {
	size int

	mu          sync.Mutex
	recent, old map[string]Output
}

func newOutputCache(size int) *outputCache {
	return &outputCache{size: size, recent: make(map[string]Output)}
}

// get returns a copy that the caller may change.
func (c *outputCache) get(text string) (Output, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	out, ok := c.recent[text]
	if !ok {
		if out, ok = c.old[text]; !ok {
			return Output{}, false
		}
		c.add(text, out)
	}
	return out.clone(), true
}

func (c *outputCache) put(text string, out Output) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(text, out.clone())
}

func (c *outputCache) add(text string, out Output) {
	if c.size == 0 {
		return
	}
	if len(c.recent) >= c.size {
		c.recent, c.old = make(map[string]Output), c.recent
	}
	c.recent[text] = out
}

func (o Output) clone() Output {
	o.Mentions = slices.Clone(o.Mentions)
	return o
}
