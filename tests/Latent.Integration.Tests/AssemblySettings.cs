// One test moves the current directory and the console: tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
