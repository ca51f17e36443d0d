using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Aten.pixel_unshuffle.Call(input, downscale_factor);

            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (antialias) throw new NotSupportedException("interpolate with antialias is not part of this stand-in.");
                if (size is null == scale_factor is null) throw new ArgumentException("only one of size or scale_factor should be defined");
                var axes = (int)x.ndim - 2;
                var (sizes, scales) = (Each("size", size, axes), Each("scale_factor", scale_factor, axes));
                if (recompute_scale_factor && scales is not null)
                    (sizes, scales) = ([.. scales.Select((scale, axis) => (long)Math.Floor(x.shape[axis + 2] * scale))], null);
                return mode == InterpolationMode.Nearest
                    ? Nearest(axes).Call(x, sizes, scales)
                    : Smooth(mode, axes).Call(x, sizes, align_corners ?? false, scales);
            }

            private static T[]? Each<T>(string name, T[]? values, int axes) => values is null || values.Length == axes
                ? values
                : throw new ExternalException($"{name} shape must match input shape. Input is {axes}D, {name} size is [{string.Join(", ", values)}]");

            private static Op Nearest(int axes) => axes switch
            {
                1 => Aten.upsample_nearest1d_vec,
                2 => Aten.upsample_nearest2d_vec,
                _ => Aten.upsample_nearest3d_vec,
            };

            private static Op Smooth(InterpolationMode mode, int axes) => (mode, axes) switch
            {
                (InterpolationMode.Linear, 1) => Aten.upsample_linear1d_vec,
                (InterpolationMode.Bilinear, 2) => Aten.upsample_bilinear2d_vec,
                (InterpolationMode.Bicubic, 2) => Aten.upsample_bicubic2d_vec,
                (InterpolationMode.Trilinear, 3) => Aten.upsample_trilinear3d_vec,
                _ => throw new NotSupportedException($"interpolate in mode {mode} over {axes} dimensions is not part of this stand-in."),
            };
        }
    }
}
