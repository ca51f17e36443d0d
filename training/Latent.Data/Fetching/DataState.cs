namespace Latent.Data;

/// <summary>Whether a data set can be opened without a download.</summary>
public enum DataState
{
    /// <summary>The data set is generated and needs no files.</summary>
    Generated,

    /// <summary>Every file is in the cache.</summary>
    Cached,

    /// <summary>At least one file has not been fetched.</summary>
    NotFetched,
}
