namespace Latent.Codecs;

/// <summary>Faults of compressed images.</summary>
public enum CompressedFault
{
    /// <summary>The data is not a compressed image: the magic number is missing.</summary>
    InvalidFormat,

    /// <summary>The image was written by a later version.</summary>
    Newer,

    /// <summary>The data is truncated.</summary>
    Truncated,

    /// <summary>The data was changed after it was written.</summary>
    Altered,

    /// <summary>The image was written by another model.</summary>
    OtherModel,
}
