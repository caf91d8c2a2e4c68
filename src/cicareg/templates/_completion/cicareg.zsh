# Completion of cicareg for zsh: eval "$(cicareg completion zsh)", after compinit
_cicareg() {
  local -a lines
  lines=("${(@f)$("${words[1]/#\~\//$HOME/}" --complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case $lines[1] in
    files) _files ;;
    folders) _files -/ ;;
    words)
      shift lines
      (( $#lines )) && _describe -t values value lines -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'
      ;;
  esac
}
compdef _cicareg cicareg
