package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/pflag"

	"stance/datasets"
	"stance/model"
	"stance/pipeline/actor"
)

// modelOptions say which model runs on which library. Every command that scores has them.
type modelOptions struct {
	Dir         string
	Library     string
	Workers     int
	TokenBudget int
}

func (o *modelOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.Dir, "model", "", "`DIR` of a model bundle (default: the one in the program)")
	flags.StringVar(&o.Library, "onnxruntime", "", "`PATH` of libonnxruntime (default: $STANCE_ONNXRUNTIME, else the usual places)")
}

// files are the bundle's.
func (o *modelOptions) files() (fs.FS, error) {
	if o.Dir == "" {
		return model.Bundled(), nil
	}
	info, err := os.Stat(o.Dir)
	if err != nil {
		return nil, usagef("the model folder cannot be read: %w; name a folder that holds a bundle with --model", err)
	}
	if !info.IsDir() {
		return nil, usagef("--model %s is a file; name the folder that holds the bundle", o.Dir)
	}
	return os.DirFS(o.Dir), nil
}

func (o *modelOptions) describe() (model.Info, error) {
	files, err := o.files()
	if err != nil {
		return model.Info{}, err
	}
	return model.Describe(files)
}

func (o *modelOptions) open() (*model.Model, error) {
	files, err := o.files()
	if err != nil {
		return nil, err
	}
	return model.Open(files, model.Options{Library: o.Library, Workers: o.Workers, TokenBudget: o.TokenBudget})
}

// loadActors reads the registry in the program and adds the user's own files to it.
func loadActors(own []string) (*actor.Registry, error) {
	files, err := datasets.Actors()
	if err != nil {
		return nil, err
	}
	registry, err := actor.Load(files)
	if err != nil {
		return nil, fmt.Errorf("the program's own actor registry is damaged: %w; install the program anew", err)
	}
	for _, path := range own {
		if err := addActors(registry, path); err != nil {
			return nil, err
		}
	}
	return registry, nil
}

func addActors(registry *actor.Registry, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return usagef("the actors file cannot be read: %w; correct --actors", err)
	}
	defer f.Close()
	if err := registry.Add(path, f); err != nil {
		return usagef("the actors file is not usable: %w", err)
	}
	return nil
}
