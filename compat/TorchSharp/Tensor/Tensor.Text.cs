using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, element type and device, not the numbers.</summary>
        public override string ToString() => $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Metadata || device_type == DeviceType.META) return ToString();
            using var here = cpu().detach();
            using var numbers = here.to_type(ScalarType.Float64);
            var text = new StringBuilder();
            var culture = cultureInfo ?? CultureInfo.InvariantCulture;
            Append(text, numbers.data<double>(), shape, 0, 0, value => value.ToString(fltFormat ?? "g5", culture), newLine ?? "\n");
            return text.ToString();
        }

        private static void Append(
            StringBuilder text, Utils.TensorAccessor<double> numbers, long[] shape, int axis, long at, Func<double, string> format, string newLine)
        {
            if (axis == shape.Length)
            {
                text.Append(format(numbers[at]));
                return;
            }

            var stride = shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
            var separator = axis == shape.Length - 1 ? ", " : "," + newLine + new string(' ', axis + 1);
            text.Append('[');
            for (long i = 0; i < shape[axis]; i++)
            {
                if (i > 0) text.Append(separator);
                Append(text, numbers, shape, axis + 1, at + (i * stride), format, newLine);
            }

            text.Append(']');
        }
    }
}
