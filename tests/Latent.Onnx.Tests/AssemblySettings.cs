// TorchSharp has one random generator and one thread count per process: tests that seed it take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
