namespace Latent.Data;

/// <summary>Whether a data set can be opened at once.</summary>
public enum DataState
{
    /// <summary>It is made on the spot and needs no files.</summary>
    Generated,

    /// <summary>Every file is in the cache.</summary>
    Cached,

    /// <summary>Some file is still to be fetched.</summary>
    NotFetched,
}
