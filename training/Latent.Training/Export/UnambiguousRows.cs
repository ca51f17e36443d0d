using System.Globalization;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Normalization;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>
/// Rows on which every machine must get the same code, and the same words back. A code that drops numbers below a
/// threshold jumps there, and a word is that of the largest slot: a number that lies on a threshold, or two slots that are
/// equal, go one way on one machine and the other way on the next by rounding, and neither is wrong.
/// </summary>
internal static class UnambiguousRows
{
    // A hundred times the difference that parity allows, on codes of unit scale.
    private const float Margin = 1e-3f;

    /// <summary>The numbers of the rows that are clear of every threshold and tie; all of them, for models without.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Raw rows, row after row.</param>
    /// <param name="least">How many are needed.</param>
    /// <exception cref="ParityException">There are fewer.</exception>
    public static int[] Find(AutoencoderModel model, float[] rows, int least)
    {
        var count = rows.Length / (int)model.InputSize;
        var margins = Margins(model, rows);
        int[] clear = [.. Enumerable.Range(0, count).Where(row => margins.All(margin => margin[row] > Margin))];
        return clear.Length >= least ? clear : throw new ParityException(string.Create(
            CultureInfo.InvariantCulture,
            $"The export cannot be checked: of {count} rows, {clear.Length} have {Needed(model)}. Expected at least {least}. Nothing was written. {Fix(model)}"));
    }

    /// <summary>The numbers of the codes whose words are clear; all of them, for rows without words.</summary>
    /// <param name="model">The model.</param>
    /// <param name="codes">Codes, one after the other.</param>
    public static int[] FindCodes(AutoencoderModel model, float[] codes)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        int[] all = [.. Enumerable.Range(0, codes.Length / (int)model.LatentSize)];
        if (!model.Normalizer.HasCategories)
            return all;

        var margin = ToArray(CategoryMargin(model, tensor(codes, [all.Length, model.LatentSize])));
        return [.. all.Where(row => margin[row] > Margin)];
    }

    private static List<float[]> Margins(AutoencoderModel model, float[] rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var x = model.Normalizer.Normalize<TensorValue>(tensor(rows, [rows.Length / model.InputSize, model.InputSize]));
        var margins = new List<float[]>();
        if (model.Code is SparseCode code)
            margins.Add(ToArray(code.Margin(model.Features(x).Tensor)));
        if (model.Normalizer.HasCategories)
            margins.Add(ToArray(CategoryMargin(model, model.Encode(x).Mean)));
        return margins;
    }

    private static Tensor CategoryMargin(AutoencoderModel model, TensorValue codes) => ((RowNormalizer)model.Normalizer).CategoryMargin(model.Decode(codes)).Tensor;

    private static float[] ToArray(Tensor margins) => margins.contiguous().data<float>().ToArray();

    private static string Needed(AutoencoderModel model) => model.Code is SparseCode
        ? string.Create(CultureInfo.InvariantCulture, $"no number within {Margin} of where the code drops it")
        : string.Create(CultureInfo.InvariantCulture, $"words that are {Margin} clear of every other");

    private static string Fix(AutoencoderModel model) => model.Code is SparseCode
        ? "Train on rows of unit scale (normalization: min_max or standardize), so that codes are not that small."
        : "Train longer, until the model tells words apart.";
}
