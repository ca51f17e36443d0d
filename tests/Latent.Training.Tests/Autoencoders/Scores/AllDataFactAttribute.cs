namespace Latent.Training.Tests.Autoencoders.Scores;

/// <summary>A test of all bundles whose data is on this machine; skipped where data is missing, with the names of those left out.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllDataFactAttribute : FactAttribute
{
    public AllDataFactAttribute()
    {
        if (CalibratedBundle.Names[false].ToArray() is { Length: > 0 } missing)
            Skip = $"the data of {string.Join(", ", missing)} is not in the cache; fetch it first: latent data get NAME";
    }
}
