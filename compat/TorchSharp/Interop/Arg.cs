using System.Text;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of an operator call. It holds the managed object behind a handle,
/// so that no finalizer can free a tensor while native code works on it.
/// </summary>
internal readonly struct Arg
{
    private readonly object? owner;
    private readonly long bits;
    private readonly Tag tag;

    private Arg(Tag tag, long bits, object? owner = null)
    {
        this.tag = tag;
        this.bits = bits;
        this.owner = owner;
    }

    public static Arg None => default;

    /// <summary>How many 8-byte words of scratch memory <see cref="Write"/> needs.</summary>
    public int ScratchWords => tag switch
    {
        Tag.IntList => ((long[])owner!).Length,
        Tag.DoubleList => ((double[])owner!).Length,
        Tag.BoolList => ((bool[])owner!).Length,
        Tag.TensorList => ((torch.Tensor?[])owner!).Length,
        Tag.String => (Encoding.UTF8.GetByteCount((string)owner!) + 7) / 8,
        _ => 0,
    };

    public static implicit operator Arg(torch.Tensor? value) => value is null ? default : new(Tag.Tensor, 0, value);
    public static implicit operator Arg(torch.Tensor?[]? value) => value is null ? default : new(Tag.TensorList, 0, value);
    public static implicit operator Arg(torch.Generator? value) => value is null ? default : new(Tag.Generator, 0, value);
    public static implicit operator Arg(Scalar? value) => value is null ? default : new(value.Tag, value.Bits);
    public static implicit operator Arg(torch.Device? value) => value is null ? default : new(Tag.Device, (long)value.type, value);
    public static implicit operator Arg(torch.ScalarType value) => new(Tag.Int, (long)value);
    public static implicit operator Arg(torch.ScalarType? value) => value is null ? default : new(Tag.Int, (long)value.Value);
    public static implicit operator Arg(int value) => new(Tag.Int, value);
    public static implicit operator Arg(long value) => new(Tag.Int, value);
    public static implicit operator Arg(long? value) => value is null ? default : new(Tag.Int, value.Value);
    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(double? value) => value is null ? default : value.Value;
    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Arg(bool? value) => value is null ? default : value.Value;
    public static implicit operator Arg(long[]? value) => value is null ? default : new(Tag.IntList, 0, value);
    public static implicit operator Arg(double[]? value) => value is null ? default : new(Tag.DoubleList, 0, value);
    public static implicit operator Arg(bool[]? value) => value is null ? default : new(Tag.BoolList, 0, value);
    public static implicit operator Arg(string? value) => value is null ? default : new(Tag.String, 0, value);

    /// <summary>Fills <paramref name="target"/>, placing what does not fit into it at <paramref name="scratch"/>.</summary>
    public unsafe void Write(NativeValue* target, long* scratch)
    {
        target->Tag = tag;
        target->Count = 0;
        target->Bits = bits;
        switch (tag)
        {
            case Tag.Tensor:
                target->Bits = ((torch.Tensor)owner!).Handle;
                break;
            case Tag.Generator:
                target->Bits = ((torch.Generator)owner!).Handle;
                break;
            case Tag.Device:
                target->Count = ((torch.Device)owner!).index;
                break;
            case Tag.IntList or Tag.DoubleList or Tag.BoolList or Tag.TensorList or Tag.String:
                target->Count = WriteList(scratch);
                target->Bits = (long)scratch;
                break;
        }
    }

    private unsafe int WriteList(long* scratch)
    {
        switch (owner)
        {
            case long[] items:
                items.CopyTo(new Span<long>(scratch, items.Length));
                return items.Length;
            case double[] items:
                items.CopyTo(new Span<double>(scratch, items.Length));
                return items.Length;
            case bool[] items:
                for (var i = 0; i < items.Length; i++) scratch[i] = items[i] ? 1 : 0;
                return items.Length;
            case torch.Tensor?[] items:
                for (var i = 0; i < items.Length; i++) scratch[i] = items[i] is { } tensor ? tensor.Handle : 0;
                return items.Length;
            default:
                var text = (string)owner!;
                return Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, ScratchWords * 8));
        }
    }
}
