using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                long[] size = [1, .. Unpooled(input, [kernel_size], stride is { } step ? [step] : null, padding is { } edge ? [edge] : null, output_size)];
                using var values = input.unsqueeze(-2);
                using var places = indices.unsqueeze(-2);
                using var result = Aten.max_unpool2d.Call(values, places, size);
                return result.squeeze(-2);
            }

            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.max_unpool2d.Call(input, indices, Unpooled(input, kernel_size, stride, padding, output_size));

            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.max_unpool3d.Call(
                    input,
                    indices,
                    Unpooled(input, kernel_size, stride, padding, output_size),
                    Steps(kernel_size, stride, padding),
                    padding ?? new long[kernel_size.Length]);

            // LibTorch's C++ functions want a size, which the genuine package leaves out where none is given.
            private static long[] Unpooled(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? size)
            {
                size ??= [];
                var wanted = size.Length == kernel.Length + 2 ? size[2..] : size;
                if (wanted.Length != kernel.Length)
                    throw new ExternalException($"output_size should be a sequence containing {kernel.Length} or {kernel.Length + 2} elements, but it has a length of '{size.Length}'");

                var steps = Steps(kernel, stride, padding);
                var positions = input.shape[^kernel.Length..];
                for (var axis = 0; axis < wanted.Length; axis++)
                {
                    var usual = ((positions[axis] - 1) * steps[axis]) + kernel[axis] - (2 * (padding?[axis] ?? 0));
                    if (Math.Abs(wanted[axis] - usual) >= steps[axis])
                        throw new ExternalException($"invalid output_size [{string.Join(", ", wanted)}] (dim {axis} must be between {usual - steps[axis]} and {usual + steps[axis]})");
                }

                return wanted;
            }

            // The genuine package passes a stride on only beside a padding.
            private static long[] Steps(long[] kernel, long[]? stride, long[]? padding) => padding is null || stride is null ? kernel : stride;
        }
    }
}
