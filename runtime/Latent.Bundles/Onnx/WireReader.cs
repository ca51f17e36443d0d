using System.Buffers.Binary;

namespace Latent.Bundles;

/// <summary>Reads protobuf wire format. Allocates nothing, and never reads past its bytes.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, string file, string problem = WireReader.GoldenProblem)
{
    private const string GoldenProblem = "A golden file is damaged or is not an ONNX TensorProto.";

    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public (int Field, WireType Type) Tag()
    {
        var tag = Varint();
        return tag >> 3 is > 0 and <= 536_870_911 ? ((int)(tag >> 3), (WireType)(tag & 7)) : throw Damaged("a field number");
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        throw Damaged("a number of at most 10 bytes");
    }

    public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        return length <= (ulong)rest.Length ? Take((int)length) : throw Damaged($"{length} more bytes");
    }

    public void Skip(WireType type)
    {
        switch (type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Bytes:
                Bytes();
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                throw Damaged("a known wire type");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw Damaged($"{count} more bytes");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    public readonly BundleException Damaged(string expected) => new(
        problem, file, expected, $"{rest.Length} bytes that do not fit", Fixes.CopyAgain);
}
