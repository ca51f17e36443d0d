using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The .NET tensor format: element type, number of axes, sizes, then the elements as they lie in memory.</summary>
public static partial class TensorExtensionMethods
{
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        using var here = tensor.cpu();
        using var packed = here.contiguous();
        writer.Encode((int)packed.dtype);
        var shape = packed.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
        writer.Flush();
        packed.WriteBytesToStream(writer.BaseStream);
    }

    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this torch.Tensor tensor, string location) => tensor.Save(File.Create(location));

    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException(
                "Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        if (!skip && !shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException(
                "Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        using var frozen = torch.no_grad();
        using var loaded = torch.empty(shape, type, torch.CPU);
        loaded.ReadBytesFromStream(reader.BaseStream);
        if (!skip) tensor.copy_(loaded);
    }

    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        torch.Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (!skip && tensor is not null && !shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException(
                "Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        using var frozen = torch.no_grad();
        var loaded = torch.empty(shape, type, torch.CPU);
        loaded.ReadBytesFromStream(reader.BaseStream);
        if (tensor is null)
        {
            if (skip) loaded.fill_(0);
            tensor = loaded;
            return;
        }

        if (!skip) tensor.copy_(loaded);
        loaded.Dispose();
    }

    private static (torch.ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (torch.ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var axis = 0; axis < shape.Length; axis++) shape[axis] = reader.Decode();
        return (type, shape);
    }
}
