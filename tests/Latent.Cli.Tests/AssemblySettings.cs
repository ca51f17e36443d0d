// TorchSharp has one random generator and one thread count a process: tests that seed it take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
