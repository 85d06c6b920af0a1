package model

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	ort "github.com/yalue/onnxruntime_go"
)

// libraryEnv names ONNX Runtime's library where Options do not.
const libraryEnv = "STANCE_ONNXRUNTIME"

// process is the state of ONNX Runtime, of which a process has one.
var process struct {
	sync.Mutex
	library string // loaded; empty before
}

// Runtime loads ONNX Runtime's library as Open does, with the same choice of library, and says
// from where and which version.
func Runtime(library string) (path, version string, err error) {
	if err := loadRuntime(library); err != nil {
		return "", "", err
	}
	process.Lock()
	defer process.Unlock()
	return process.library, ort.GetVersion(), nil
}

// loadRuntime loads ONNX Runtime's shared library once: the one named, else that of the
// environment variable, else the first usable one of the usual places. A process cannot
// change to another library later.
func loadRuntime(library string) error {
	process.Lock()
	defer process.Unlock()
	if library == "" {
		library = os.Getenv(libraryEnv)
	}
	if process.library != "" {
		if library != "" && library != process.library {
			return fmt.Errorf("this process has loaded ONNX Runtime from %s already and cannot use %s too: name one library", process.library, library)
		}
		return nil
	}
	candidates := []string{library}
	if library == "" {
		candidates = findLibraries()
	} else if _, err := os.Stat(library); err != nil {
		return fmt.Errorf("ONNX Runtime's library %s cannot be read: %w; correct the path or %s", library, err, libraryEnv)
	}
	var refused []error
	for _, path := range candidates {
		ort.SetSharedLibraryPath(path)
		if err := ort.InitializeEnvironment(ort.WithLogLevelError()); err != nil {
			refused = append(refused, fmt.Errorf("%s is not usable: %w", path, err))
			continue
		}
		process.library = path
		return nil
	}
	if len(refused) > 0 {
		return fmt.Errorf("ONNX Runtime cannot be loaded; it takes a libonnxruntime for this system of version 1.24 or newer, named by %s: %w", libraryEnv, errors.Join(refused...))
	}
	return fmt.Errorf("ONNX Runtime is missing: no libonnxruntime in %s; set %s to its path", strings.Join(libraryFolders(), ", "), libraryEnv)
}

// findLibraries lists the libraries in the usual places.
func findLibraries() []string {
	var found []string
	for _, folder := range libraryFolders() {
		for _, pattern := range []string{"libonnxruntime.so*", "libonnxruntime*.dylib", "onnxruntime.dll"} {
			paths, _ := filepath.Glob(filepath.Join(folder, pattern)) // its only error is a bad pattern
			slices.Sort(paths)
			slices.Reverse(paths) // newer versions first
			found = append(found, paths...)
		}
	}
	return found
}

// libraryFolders are the usual places, best first.
func libraryFolders() []string {
	var folders []string
	if program, err := os.Executable(); err == nil {
		folder := filepath.Dir(program)
		folders = append(folders, folder, filepath.Join(folder, "..", "lib"))
	}
	return append(folders,
		"lib",
		"/usr/local/lib", "/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu",
		"/opt/onnxruntime/lib", "/opt/homebrew/lib")
}
