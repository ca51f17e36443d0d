namespace Latent.Data.Tests;

/// <summary>A test that needs a data set to have been fetched; it is skipped, with the cure as its reason, where that is not so.</summary>
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
