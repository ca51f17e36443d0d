using System.Text;

namespace VerifyTests;

/// <summary>Indented JSON without quotes, as Verify writes it.</summary>
internal sealed class RelaxedJson
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> isEmpty = new();
    private bool isNamed;

    public void Name(string value)
    {
        NextItem();
        text.Append(value).Append(':');
        isNamed = true;
    }

    public void Open(char bracket)
    {
        Separate();
        text.Append(bracket);
        isEmpty.Push(true);
    }

    public void Close(char bracket)
    {
        if (!isEmpty.Pop())
            Indent();
        text.Append(bracket);
    }

    public void Value(string value)
    {
        var start = text.Length;
        Separate();
        if (!value.Contains('\n'))
        {
            text.Append(value);
            return;
        }

        // Several lines begin on a line of their own; the separator loses its first character for it.
        text.Append(value[0] == '\n' ? "" : "\n").Append(value).Remove(start, 1);
    }

    public override string ToString() => text.ToString();

    private void Separate()
    {
        if (!isNamed)
            NextItem();
        else
            text.Append(' ');
        isNamed = false;
    }

    private void NextItem()
    {
        if (isEmpty.Count == 0)
            return;
        if (!isEmpty.Pop())
            text.Append(',');
        isEmpty.Push(false);
        Indent();
    }

    private void Indent() => text.Append('\n').Append(' ', 2 * isEmpty.Count);
}
