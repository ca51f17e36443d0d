namespace Latent.Codecs;

/// <summary>What is wrong with a compressed picture.</summary>
public enum CompressedFault
{
    /// <summary>It is something else: it does not begin as a compressed picture does.</summary>
    InvalidFormat,

    /// <summary>A later version wrote it.</summary>
    Newer,

    /// <summary>It ends too early.</summary>
    Truncated,

    /// <summary>It was changed after it was written.</summary>
    Altered,

    /// <summary>Another model wrote it.</summary>
    OtherModel,
}
