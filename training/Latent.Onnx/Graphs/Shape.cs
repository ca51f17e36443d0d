using System.Collections;
using System.Runtime.CompilerServices;

namespace Latent.Onnx;

/// <summary>
/// The dimensions of a tensor in a graph, outermost first: <c>[Dim.Batch, 784]</c> is one. Immutable; equal by value.
/// </summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<Dim>, IEquatable<Shape>
{
    private readonly Dim[] dims;

    /// <summary>A shape of the given dimensions; without any, a scalar.</summary>
    public Shape(params ReadOnlySpan<Dim> dims) => this.dims = dims.ToArray();

    /// <summary>The number of dimensions.</summary>
    public int Count => dims.Length;

    /// <summary>The dimension at a position; a negative one counts from the end.</summary>
    public Dim this[int axis] => dims[Normalize(axis)];

    /// <summary>A shape of the given dimensions, called by <c>[Dim.Batch, 784]</c>.</summary>
    public static Shape Create(ReadOnlySpan<Dim> dims) => new(dims);

    /// <summary>A shape of fixed dimensions.</summary>
    public static Shape Create(params ReadOnlySpan<long> extents)
    {
        var dims = new Dim[extents.Length];
        for (var i = 0; i < dims.Length; i++)
            dims[i] = extents[i];
        return new Shape(dims);
    }

    /// <summary>The shape that two operands broadcast to, by the rules of NumPy and ONNX.</summary>
    /// <exception cref="ExportException">The shapes do not broadcast.</exception>
    public static Shape Broadcast(Shape left, Shape right)
    {
        var rank = Math.Max(left.Count, right.Count);
        var dims = new Dim[rank];
        for (var i = 1; i <= rank; i++)
        {
            var a = i <= left.Count ? left[-i] : 1L;
            var b = i <= right.Count ? right[-i] : 1L;
            dims[^i] = a == b || b.Extent == 1
                ? a
                : a.Extent == 1
                ? b
                : throw new ExportException(
                    $"Shapes {left} and {right} do not broadcast: dimension {rank - i} is {a} on the left and {b} on the right. " +
                    "Make them equal, or make one of them 1.");
        }

        return new Shape(dims);
    }

    /// <summary>Converts a position that may count from the end (-1 is the last) to one that counts from the start.</summary>
    /// <exception cref="ExportException">There is no such dimension.</exception>
    public int Normalize(long axis)
    {
        var position = axis < 0 ? axis + Count : axis;
        return position >= 0 && position < Count
            ? (int)position
            : throw new ExportException($"Shape {this} has no dimension {axis}. Expected {-Count} to {Count - 1}.");
    }

    /// <summary>This shape with one dimension replaced.</summary>
    public Shape With(long axis, Dim dim)
    {
        var replaced = dims.ToArray();
        replaced[Normalize(axis)] = dim;
        return new Shape(replaced);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && dims.AsSpan().SequenceEqual(other.dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => dims.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Dim> GetEnumerator() => ((IEnumerable<Dim>)dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The dimensions in brackets, such as <c>[batch, 784]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", dims)}]";
}
