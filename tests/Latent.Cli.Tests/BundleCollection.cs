namespace Latent.Cli.Tests;

/// <summary>The tests that share the trained bundles.</summary>
[CollectionDefinition(Name)]
public sealed class BundleCollection : ICollectionFixture<TrainedBundles>
{
    public const string Name = "trained bundles";
}
