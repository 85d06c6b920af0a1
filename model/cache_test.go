package model

import (
	"strconv"
	"testing"
)

func TestOutputCache(t *testing.T) {
	c := newOutputCache(3)
	for i := range 10 {
		c.put(strconv.Itoa(i), Output{Mentions: []Mention{{Start: i}}})
		if out, ok := c.get("0"); !ok || out.Mentions[0].Start != 0 {
			t.Fatalf("after %d outputs: one that is used again and again is forgotten", i+1)
		}
	}
	if _, ok := c.get("1"); ok {
		t.Error("an output that is not used is never forgotten")
	}
	if n := len(c.recent) + len(c.old); n > 6 {
		t.Errorf("%d outputs are kept, want at most 6", n)
	}
	out, _ := c.get("0")
	out.Mentions[0].Start = 7
	if again, _ := c.get("0"); again.Mentions[0].Start != 0 {
		t.Error("a caller's change reaches the cache")
	}
	off := newOutputCache(0)
	off.put("a", Output{})
	if _, ok := off.get("a"); ok {
		t.Error("a cache of no size remembers")
	}
}
