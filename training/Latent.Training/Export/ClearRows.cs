using System.Globalization;
using Latent.Onnx;
using Latent.Training.Models;
using Latent.Training.Models.Codes;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>
/// Rows on which every machine must get the same code. A code that drops numbers below a threshold jumps there: a number
/// that lies on it but for rounding is kept on one machine and dropped on the next, and neither is wrong.
/// </summary>
internal static class ClearRows
{
    // A hundred times the difference that parity allows, on codes of unit scale.
    private const float Margin = 1e-3f;

    /// <summary>The numbers of the rows that are clear of every threshold; all of them, for codes without thresholds.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Raw rows, row after row.</param>
    /// <param name="least">How many are needed.</param>
    /// <exception cref="ParityException">There are fewer.</exception>
    public static int[] Find(AutoencoderModel model, float[] rows, int least)
    {
        var count = rows.Length / (int)model.InputSize;
        if (model.Code is not SparseCode code)
            return [.. Enumerable.Range(0, count)];

        var margins = Margins(model, code, rows);
        int[] clear = [.. Enumerable.Range(0, count).Where(row => margins[row] > Margin)];
        return clear.Length >= least ? clear : throw new ParityException(string.Create(
            CultureInfo.InvariantCulture,
            $"The export cannot be checked: of {count} rows, {clear.Length} have no number within {Margin} of where the code drops it. Expected at least {least}. Nothing was written. Train on rows of unit scale (normalization: min_max or standardize), so that codes are not that small."));
    }

    private static float[] Margins(AutoencoderModel model, SparseCode code, float[] rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var features = model.Features(model.Normalizer.Normalize<TensorValue>(tensor(rows, [rows.Length / model.InputSize, model.InputSize])));
        return code.Margin(features.Tensor).data<float>().ToArray();
    }
}
