namespace Latent.Bundles;

/// <summary>The wire type of a protobuf field.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
