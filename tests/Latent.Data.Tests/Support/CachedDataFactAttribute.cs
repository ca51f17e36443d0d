namespace Latent.Data.Tests;

/// <summary>A test that requires a cached data set; otherwise it is skipped, and the reason gives the fix.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CachedDataFactAttribute : FactAttribute
{
    public CachedDataFactAttribute(string name)
    {
        var catalogue = new DataCatalogue();
        if (catalogue.GetState(catalogue.Find(name)) != DataState.Cached)
            Skip = $"{name} is not in the cache; fetch it first: latent data get {name}";
    }
}
