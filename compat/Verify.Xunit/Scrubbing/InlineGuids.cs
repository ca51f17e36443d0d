using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

internal static partial class InlineGuids
{
    public static void Replace(StringBuilder text, Counter counter)
    {
        var scrubbed = Pattern().Replace(text.ToString(), match => counter.Name(Guid.Parse(match.ValueSpan)));
        text.Clear().Append(scrubbed);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\p{L}\p{N}])")]
    private static partial Regex Pattern();
}
