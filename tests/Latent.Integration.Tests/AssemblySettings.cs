// One test changes the current directory and the console output, so tests run one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
