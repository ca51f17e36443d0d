namespace Latent.Runtime.Tests;

/// <summary>Tests that measure the process and therefore run alone.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
