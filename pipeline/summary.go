package pipeline

import (
	"runtime"
	"syscall"
	"time"

	"stance/model"
	"stance/pipeline/sink"
)

// Summary says what a run did.
type Summary struct {
	Out         string     // output folder
	Model       model.Info // that the run scored with
	Interrupted bool       // it was stopped: there is input left for the next run

	// Articles. Read = New + Replaced + Unchanged + those among the rejects.
	Read      int
	New       int
	Replaced  int
	Unchanged int // in the tables already, or a second time in this run
	Empty     int // of the new and replaced ones: no sentence was found in them
	BadDates  int // read with a date that could not be understood, so that they count as undated

	Sentences int
	Mentions  int    // rows of the table mentions, implied speakers included
	Stance    [3]int // mentions that show it, by model.StanceNames
	Sentiment [3]int // mentions portrayed so, by model.SentimentNames
	Languages []LanguageCount
	Actors    []ActorCount // those mentioned most

	Rejects      int
	FirstRejects []sink.RejectRow

	Elapsed    time.Duration
	Scored     model.Stats // zero where nothing was scored
	PeakMemory int64       // bytes of the process, ONNX Runtime's included
}

// LanguageCount is a language with its number of sentences.
type LanguageCount struct {
	Lang      string
	Sentences int
}

// ActorCount is an actor with its number of mentions, and of those that show a stance.
type ActorCount struct {
	ID, Name string
	Mentions int
	Stance   [3]int // by model.StanceNames
}

// SentencesPerSecond is how many sentences went through all stages a second.
func (s *Summary) SentencesPerSecond() float64 { return float64(s.Sentences) / s.Elapsed.Seconds() }

// TokensPerSecond is how many tokens the model read a second of the whole run; sentences that
// came again it did not read.
func (s *Summary) TokensPerSecond() float64 { return float64(s.Scored.Tokens) / s.Elapsed.Seconds() }

// ModelShare is the share of the run's time that the model's workers were computing, 0 to 1:
// what is missing from 1 is the cost of everything else.
func (s *Summary) ModelShare() float64 {
	if s.Scored.Workers == 0 {
		return 0
	}
	return s.Scored.Busy.Seconds() / (s.Elapsed.Seconds() * float64(s.Scored.Workers))
}

// peakMemory is the most memory that this process had resident, in bytes; 0 where unknown.
func peakMemory() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" { // there it is bytes already
		return usage.Maxrss
	}
	return usage.Maxrss << 10
}
