using Xunit;

// Seeds, thread counts and tensor counts belong to the process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
