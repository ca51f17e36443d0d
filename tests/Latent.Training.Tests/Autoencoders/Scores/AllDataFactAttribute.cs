namespace Latent.Training.Tests.Autoencoders.Scores;

/// <summary>A test of the bundles that can be tested here; it is skipped, and says which are left out, where data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllDataFactAttribute : FactAttribute
{
    public AllDataFactAttribute()
    {
        if (CalibratedBundle.Names[false].ToArray() is { Length: > 0 } missing)
            Skip = $"the data of {string.Join(", ", missing)} is not in the cache; fetch it first: latent data get NAME";
    }
}
