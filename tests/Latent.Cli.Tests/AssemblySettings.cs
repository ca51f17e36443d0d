// TorchSharp has one random generator and one thread count per process, so tests that seed it must not run in parallel.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
